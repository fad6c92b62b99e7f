import { type Actor, actsFor } from '@app/kernel';
import { mayApprove } from '@app/timelog';

import type { DescribedInvoice, DescribedLine } from './describe-invoices.ts';

/** Whoever handles the business's money. */
export function maySaveCard(actor: Actor, clientId: string): boolean {
  return actsFor(actor, clientId, 'finance');
}

/** Whoever handles the business's money, or hires for it. */
export function mayPayBonus(actor: Actor, clientId: string): boolean {
  return actor.kind === 'user' && actsFor(actor, clientId, 'finance', 'hiring');
}

/** Whoever handles the business's money, or hires for it. */
export function maySetBudget(actor: Actor, clientId: string): boolean {
  return actsFor(actor, clientId, 'finance', 'hiring');
}

export function invoiceCan(actor: Actor, { clientId, state }: DescribedInvoice): { saveCard: boolean; pay: boolean } {
  const may = maySaveCard(actor, clientId);
  return {
    saveCard: state !== 'paid' && state !== 'void' && may,
    pay: (state === 'past_due' || state === 'uncollectible') && may,
  };
}

export function lineCan(actor: Actor, invoice: DescribedInvoice, { review }: DescribedLine): { approve: boolean } {
  return { approve: review === 'pending' && mayApprove(actor, invoice) };
}
