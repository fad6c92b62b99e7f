import { Money } from '@app/kernel';
import type { Stripe } from 'stripe';

import type { StripeCalls } from './stripe-calls.ts';

export type PayoutStatus = 'pending' | 'in_transit' | 'paid' | 'failed' | 'canceled';

export interface Payout {
  readonly id: string;
  readonly amount: Money;
  readonly status: PayoutStatus;
  readonly createdAt: Date;
  readonly arrivesAt: Date;
  /** Stripe's reason, such as `account_closed`. */
  readonly failure: string | null;
}

export interface PayoutTransfer {
  readonly transferStripeId: string;
  readonly amount: Money;
}

const PAGE = 100;

export function readPayout(calls: StripeCalls, accountId: string, payoutId: string): Promise<Payout> {
  return calls.call('read a payout', async (stripe) =>
    payoutOf(await stripe.payouts.retrieve(payoutId, {}, { stripeAccount: accountId })),
  );
}

export function listPayouts(calls: StripeCalls, accountId: string, since: Date): Promise<Payout[]> {
  return calls.call('list payouts', async (stripe) => {
    const filter = { created: { gte: seconds(since) }, limit: PAGE };
    const payouts: Payout[] = [];
    for await (const payout of stripe.payouts.list(filter, { stripeAccount: accountId }))
      payouts.push(payoutOf(payout));
    return payouts;
  });
}

/** What an automatic payout is made of: the transfers that came in. */
export function listPayoutTransfers(
  calls: StripeCalls,
  accountId: string,
  payoutId: string,
): Promise<PayoutTransfer[]> {
  return calls.call('list what a payout contains', async (stripe) => {
    const filter = { payout: payoutId, expand: ['data.source'], limit: PAGE };
    const transfers: PayoutTransfer[] = [];
    for await (const entry of stripe.balanceTransactions.list(filter, { stripeAccount: accountId })) {
      const transfer = transferBehind(entry);
      if (transfer !== null) transfers.push({ transferStripeId: transfer, amount: Money.usd(entry.net) });
    }
    return transfers;
  });
}

/** On the payee's side a transfer is a payment, and knows the transfer that it came from. */
function transferBehind({ source }: Stripe.BalanceTransaction): string | null {
  if (source === null || typeof source === 'string' || source.object !== 'charge') return null;
  const transfer = source.source_transfer;
  return transfer === null || typeof transfer === 'string' ? transfer : transfer.id;
}

function payoutOf(payout: Stripe.Payout): Payout {
  return {
    id: payout.id,
    amount: Money.usd(payout.amount),
    status: payout.status as PayoutStatus,
    createdAt: instant(payout.created),
    arrivesAt: instant(payout.arrival_date),
    failure: payout.failure_code,
  };
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function instant(unixSeconds: number): Date {
  return new Date(unixSeconds * 1000);
}
