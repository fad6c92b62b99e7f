import { Money } from '@app/kernel';
import type { Stripe } from 'stripe';

import type { StripeCalls } from './stripe-calls.ts';

/** The platform's own money at Stripe. */
export interface StripeBalance {
  readonly available: Money;
  readonly pending: Money;
  /** Held against payees who owe Stripe. */
  readonly reserved: Money;
}

export interface BalanceTransaction {
  readonly id: string;
  /** Stripe's word: `charge`, `transfer`, `refund`, `payout` ... */
  readonly type: string;
  /** What kind of money it is in Stripe's reports: tells apart what has one type. */
  readonly category: string;
  /** The object that moved the money. */
  readonly sourceId: string | null;
  readonly amount: Money;
  readonly fee: Money;
  /** What it changed the balance by: amount less fee. */
  readonly net: Money;
  readonly createdAt: Date;
  readonly availableAt: Date;
}

const PAGE = 100;

export function readBalance(calls: StripeCalls): Promise<StripeBalance> {
  return calls.call('read the balance', async (stripe) => {
    const { available, pending, connect_reserved: reserved } = await stripe.balance.retrieve();
    return { available: dollars(available), pending: dollars(pending), reserved: dollars(reserved ?? []) };
  });
}

/** Everything that moved the platform's balance since then, oldest first. */
export function listBalanceTransactions(
  calls: StripeCalls,
  { since }: { readonly since: Date },
): Promise<BalanceTransaction[]> {
  return calls.call('list balance transactions', async (stripe) => {
    const rows: BalanceTransaction[] = [];
    const filter = { created: { gte: Math.floor(since.getTime() / 1000) }, limit: PAGE };
    for await (const row of stripe.balanceTransactions.list(filter)) rows.push(transactionOf(row));
    return rows.reverse();
  });
}

function transactionOf(row: Stripe.BalanceTransaction): BalanceTransaction {
  return {
    id: row.id,
    type: row.type,
    category: row.reporting_category,
    sourceId: row.source === null || typeof row.source === 'string' ? row.source : row.source.id,
    amount: Money.usd(row.amount),
    fee: Money.usd(row.fee),
    net: Money.usd(row.net),
    createdAt: new Date(row.created * 1000),
    availableAt: new Date(row.available_on * 1000),
  };
}

function dollars(amounts: readonly { amount: number; currency: string }[]): Money {
  return Money.sum(amounts.filter(({ currency }) => currency === 'usd').map(({ amount }) => Money.usd(amount)));
}
