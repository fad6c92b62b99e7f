import type { Money } from '@app/kernel';

import type { Letter, Phrase } from '../letter.ts';

export type Cause = 'dispute' | 'chargeback' | 'staff' | 'query' | 'assistant';

export interface GivenBack {
  readonly invoiceId: string;
  readonly number: string;
  readonly business: string;
  readonly title: string;
  readonly assistant: string;
  readonly cause: Cause;
  /** With the share of the fee. */
  readonly total: Money;
  /** Of the assistant's pay. */
  readonly amount: Money;
}

/** To the client: less to pay. */
export function creditNote(given: GivenBack): Letter {
  return { says: 'refunds.creditNote', ...toClient(given) };
}

/** To the client: it was paid already. */
export function refund(given: GivenBack): Letter {
  return { says: 'refunds.refund', ...toClient(given) };
}

export function refundArrived(given: GivenBack): Letter {
  return { says: 'refunds.arrived', ...toClient(given) };
}

function toClient({ invoiceId, number, business, title, total, assistant, cause: code }: GivenBack) {
  const cause: Phrase = { says: `refunds.phrases.${code}`, facts: { assistant } };
  return { facts: { number, business, title, total, cause }, path: `/hire/invoices/${invoiceId}` };
}

/** To the assistant whose pay it was. `wasSent`: it is owed now. */
export function paidLess({ business, title, amount, cause: code }: GivenBack, wasSent: boolean): Letter {
  const cause: Phrase = { says: `refunds.phrases.${code === 'assistant' ? 'yourself' : code}` };
  const facts = { business, title, amount, cause, was: wasSent ? 'sent' : 'held' };
  return { says: 'refunds.paidLess', facts, path: '/assist/earnings' };
}

export interface TakenDebt {
  readonly business: string;
  readonly title: string;
  readonly taken: Money;
  readonly left: Money;
  readonly by: 'reversal' | 'transfer';
}

export function debtTaken({ left, ...debt }: TakenDebt): Letter {
  const facts = { ...debt, left: left.cents === 0 ? null : left };
  return { says: 'refunds.debtTaken', facts, path: '/assist/earnings' };
}
