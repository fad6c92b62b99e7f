import { type Actor, actsFor } from '@app/kernel';
import { mayApprove } from '@app/timelog';

import type { DescribedInvoice, DescribedLine } from './describe-invoices.ts';

/** Whoever handles the business's money. */
export function maySaveCard(actor: Actor, clientId: string): boolean {
  return actsFor(actor, clientId, 'finance');
}

export function invoiceCan(actor: Actor, { clientId, state }: DescribedInvoice): { saveCard: boolean } {
  return { saveCard: state !== 'paid' && state !== 'void' && maySaveCard(actor, clientId) };
}

export function lineCan(actor: Actor, invoice: DescribedInvoice, { review }: DescribedLine): { approve: boolean } {
  return { approve: review === 'pending' && mayApprove(actor, invoice) };
}
