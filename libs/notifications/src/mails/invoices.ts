import type { ChargeFailed, InvoiceUncollectible } from '@app/billing';
import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface InvoiceNamed {
  readonly id: string;
  readonly number: string;
  readonly business: string;
  readonly total: Money;
}

export function invoiceIssued({ id, ...named }: InvoiceNamed, reviewUntil: Date): Letter {
  return { says: 'invoices.issued', facts: { ...named, reviewUntil }, path: `/hire/invoices/${id}` };
}

/** To the client. `nextAttempt` is null when the card is not tried again by itself; `wants`: what only they can do. */
export function chargeFailed(
  { id, ...named }: InvoiceNamed,
  nextAttempt: Date | null,
  wants: ChargeFailed['payload']['wants'],
): Letter {
  // The card is good; its bank wants its holder to be there.
  if (wants === 'authentication') return { says: 'invoices.bankAsks', facts: named, path: `/hire/invoices/${id}` };
  return { says: 'invoices.chargeFailed', facts: { ...named, nextAttempt }, path: '/hire/cards' };
}

/** To each assistant whose work the invoice is for. */
export function payAtRisk(client: string, exposed: Money, nextAttempt: Date | null): Letter {
  return { says: 'invoices.payAtRisk', facts: { client, exposed, nextAttempt }, path: '/assist/earnings' };
}

/** To the client. */
export function givenUpForClient({ id, ...named }: InvoiceNamed): Letter {
  return { says: 'invoices.givenUpForClient', facts: named, path: `/hire/invoices/${id}` };
}

/** To each assistant who worked for it. */
export function givenUpForAssistant(
  client: string,
  earned: Money,
  outcome: InvoiceUncollectible['payload']['outcome'],
): Letter {
  return { says: 'invoices.givenUpForAssistant', facts: { client, earned, outcome }, path: '/assist/earnings' };
}

/** To each assistant, when what had failed is paid. */
export function paidAfterAll(client: string, earned: Money): Letter {
  return { says: 'invoices.paidAfterAll', facts: { client, earned }, path: '/assist/earnings' };
}
