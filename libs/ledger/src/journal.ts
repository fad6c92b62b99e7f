import { Money } from '@app/kernel';

/** The chart of accounts; the same list is a CHECK constraint on `posting`. */
export type Account =
  | 'stripe_balance'
  | 'stripe_reserved'
  | 'stripe_in_transit'
  | 'bank'
  | 'client_receivable'
  | 'assistant_debt'
  | 'chargeback_held'
  | 'earnings_held'
  | 'earnings_due'
  | 'refund_due'
  | 'service_fee'
  | 'stripe_fees'
  | 'chargeback_fees'
  | 'platform_losses'
  | 'suspense';

/** Which of the chart's journals: `J1` is an issued invoice, `J3` its charge, and so on. */
export type JournalKind = `J${number}`;

/** What a posting is about; balances can be asked for any of them. */
export interface Keys {
  readonly clientId?: string;
  readonly assistantId?: string;
  readonly invoiceId?: string;
  readonly lineId?: string;
  readonly earningId?: string;
  readonly stripeId?: string;
}

export interface Posting {
  readonly account: Account;
  /** Debits are positive, credits negative. */
  readonly amount: Money;
  readonly keys: Keys;
}

/** One business fact. Its postings sum to zero, or the database refuses it. */
export interface Journal {
  /** Unique: the same fact posted again does nothing. */
  readonly reference: string;
  readonly kind: JournalKind;
  readonly reason: string;
  readonly occurredAt: Date;
  readonly postings: readonly Posting[];
}

export function debit(account: Account, amount: Money, keys: Keys): Posting {
  return { account, amount, keys };
}

export function credit(account: Account, amount: Money, keys: Keys): Posting {
  return { account, amount: Money.usd(0).minus(amount), keys };
}
