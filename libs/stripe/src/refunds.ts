import { Money } from '@app/kernel';
import type { Stripe } from 'stripe';

import type { Key, StripeCalls } from './stripe-calls.ts';

export interface NewRefund {
  readonly refundId: string;
  readonly chargeId: string;
  readonly amount: Money;
}

export interface RefundAtStripe {
  readonly id: string;
  readonly chargeId: string | null;
  /** Ours, whichever attempt of it this is; null for one that nobody here asked for. */
  readonly refundId: string | null;
  readonly amount: Money;
  /** `pending` may last for days; `succeeded` may still turn `failed`. */
  readonly status: 'pending' | 'succeeded' | 'failed';
  /** It is tried again by Stripe once the platform's available balance suffices. */
  readonly waitsForBalance: boolean;
  /** Why the card's bank did not take it. */
  readonly failure: string | null;
  readonly createdAt: Date;
}

const PAGE = 100;

/** To the card that paid. It takes nothing back from whoever the charge's money was transferred to. */
export function createRefund(
  calls: StripeCalls,
  { refundId, chargeId, amount }: NewRefund,
  key: Key,
): Promise<RefundAtStripe> {
  return calls.call('refund a charge', async (stripe) =>
    refundOf(
      await stripe.refunds.create(
        {
          charge: chargeId,
          amount: amount.cents,
          reason: 'requested_by_customer',
          metadata: { refund_id: refundId },
        },
        { ...key },
      ),
    ),
  );
}

export function readRefund(calls: StripeCalls, id: string): Promise<RefundAtStripe> {
  return calls.call('read a refund', async (stripe) => refundOf(await stripe.refunds.retrieve(id)));
}

/** Every refund of one charge. */
export function listRefunds(calls: StripeCalls, chargeId: string): Promise<RefundAtStripe[]> {
  return calls.call('list the refunds of a charge', async (stripe) => {
    const refunds: RefundAtStripe[] = [];
    for await (const refund of stripe.refunds.list({ charge: chargeId, limit: PAGE })) refunds.push(refundOf(refund));
    return refunds;
  });
}

function refundOf(refund: Stripe.Refund): RefundAtStripe {
  const { id, charge, metadata, amount, failure_reason: failure = null, created } = refund;
  return {
    id,
    chargeId: typeof charge === 'string' ? charge : (charge?.id ?? null),
    refundId: metadata?.refund_id ?? null,
    amount: Money.usd(amount),
    status: statusOf(refund.status),
    waitsForBalance: refund.status === 'pending' && refund.pending_reason === 'insufficient_funds',
    failure: refund.status === 'canceled' ? 'canceled' : failure,
    createdAt: new Date(created * 1000),
  };
}

/** What waits for an action of the client's waits; what was cancelled did not arrive. */
function statusOf(status: string | null): RefundAtStripe['status'] {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}
