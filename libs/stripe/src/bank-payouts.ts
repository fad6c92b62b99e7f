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
  /** The payee asked for it: Stripe does not tell what it is made of. */
  readonly byHand: boolean;
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

/** What an automatic payout is made of: the transfers that came in, those of a payout that came back included. */
export function listPayoutTransfers(
  calls: StripeCalls,
  accountId: string,
  payoutId: string,
): Promise<PayoutTransfer[]> {
  return calls.call('list what a payout contains', (stripe) => contentsOf(stripe, accountId, payoutId));
}

async function contentsOf(stripe: Stripe, accountId: string, payoutId: string): Promise<PayoutTransfer[]> {
  const filter = { payout: payoutId, expand: ['data.source'], limit: PAGE };
  const transfers: PayoutTransfer[] = [];
  for await (const entry of stripe.balanceTransactions.list(filter, { stripeAccount: accountId })) {
    const { source } = entry;
    if (source === null || typeof source === 'string') continue;
    if (source.object === 'charge') transfers.push(...transferBehind(source, entry.net));
    // A payout that failed came back as one amount: what it was made of goes again, where Stripe tells it.
    if (source.object === 'payout' && source.id !== payoutId && source.automatic && entry.net > 0)
      transfers.push(...(await contentsOf(stripe, accountId, source.id)));
  }
  return transfers;
}

/** On the payee's side a transfer is a payment, and knows the transfer that it came from. */
function transferBehind({ source_transfer: transfer }: Stripe.Charge, cents: number): PayoutTransfer[] {
  if (transfer === null) return [];
  return [{ transferStripeId: typeof transfer === 'string' ? transfer : transfer.id, amount: Money.usd(cents) }];
}

function payoutOf(payout: Stripe.Payout): Payout {
  return {
    id: payout.id,
    amount: Money.usd(payout.amount),
    status: payout.status as PayoutStatus,
    createdAt: instant(payout.created),
    arrivesAt: instant(payout.arrival_date),
    failure: payout.failure_code,
    byHand: !payout.automatic,
  };
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function instant(unixSeconds: number): Date {
  return new Date(unixSeconds * 1000);
}
