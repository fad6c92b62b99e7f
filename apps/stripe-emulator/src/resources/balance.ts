import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { operation } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';

type Entry = Pick<Stripe.BalanceTransaction, 'type' | 'amount' | 'currency'> & {
  source: string | null;
  fee?: number;
  description?: string | null;
  /** Unix seconds; now when left out. */
  availableOn?: number;
};

const CATEGORIES: Readonly<Record<string, string>> = {
  payment: 'charge',
  payment_refund: 'refund',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  transfer_refund: 'transfer_reversal',
};

export const balanceOperations = [operation('GET /v1/balance', [], ({ context }) => balanceOf(context))];

/** The only way that money moves: a balance is nothing but the sum of these. Amounts in cents, negative leaves. */
export function post(context: Context, entry: Entry): Stripe.BalanceTransaction {
  const { type, amount, currency, source, fee = 0, description = null } = entry;
  const availableOn = Math.max(entry.availableOn ?? 0, context.seconds);
  const transaction = context.insert('balance_transaction', {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: availableOn,
    balance_type: 'payments',
    created: context.seconds,
    currency,
    description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0 ? [] : [{ amount: fee, application: null, currency, description: feeName(type), type: 'stripe_fee' }],
    net: amount - fee,
    reporting_category: categoryOf(type, amount),
    source,
    status: availableOn <= context.seconds ? 'available' : 'pending',
    type,
  });
  if (availableOn > context.seconds) {
    context.later(new Date(availableOn * 1000), 'balance.becomes_available', `${context.account} ${availableOn}`);
  }
  return transaction;
}

/** Throws 400 `balance_insufficient` when less than `amount` cents is available. */
export function requireAvailable(context: Context, amount: number, currency: string): void {
  const available = availableOf(context, currency);
  if (available >= amount) return;
  throw invalid(
    'balance_insufficient',
    `You have insufficient available funds in your Stripe account. ${amount} ${currency} is needed and ${available} is available.`,
  );
}

/** Cents that are available now; may be negative. */
export function availableOf(context: Context, currency: string): number {
  return context.sum(currency, context.seconds);
}

export function balanceOf(context: Context): Stripe.Balance {
  const currencies = context.emulator.db
    .all<{ currency: string }>(
      "select distinct currency from object where type = 'balance_transaction' and account = ? order by currency",
      context.account,
    )
    .map((row) => row.currency);
  const amounts = (of: (currency: string) => number) =>
    (currencies.length > 0 ? currencies : ['usd']).map((currency) => ({
      amount: of(currency),
      currency,
      source_types: { card: of(currency) },
    }));
  const balance = {
    object: 'balance' as const,
    available: amounts((currency) => availableOf(context, currency)),
    livemode: false,
    pending: amounts((currency) => context.sum(currency) - availableOf(context, currency)),
  };
  if (!context.isPlatform) return balance;
  return { ...balance, connect_reserved: amounts(() => 0).map(({ amount, currency }) => ({ amount, currency })) };
}

export function fundsBecomeAvailable(platform: Context, subject: string): void {
  const context = platform.on(subject.split(' ')[0] ?? '');
  context.tell('balance.available', balanceOf(context));
}

function categoryOf(type: string, amount: number): string {
  if (type === 'adjustment') return amount < 0 ? 'dispute' : 'dispute_reversal';
  return CATEGORIES[type] ?? type;
}

function feeName(type: string): string {
  return type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees';
}
