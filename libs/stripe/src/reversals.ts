import { Money } from '@app/kernel';

import type { Key, StripeCalls } from './stripe-calls.ts';

export interface NewReversal {
  readonly reversalId: string;
  /** Stripe's id of the transfer. */
  readonly transferId: string;
  readonly amount: Money;
}

const PAGE = 100;

/** Takes part of a transfer back. Refused when the payee's balance does not have it. */
export function createReversal(
  calls: StripeCalls,
  { reversalId, transferId, amount }: NewReversal,
  key: Key,
): Promise<{ id: string }> {
  return calls.call('reverse a transfer', async (stripe) => {
    const { id } = await stripe.transfers.createReversal(
      transferId,
      { amount: amount.cents, metadata: { reversal_id: reversalId } },
      { ...key },
    );
    return { id };
  });
}

/** For a reversal whose key is too old to be repeated: whether it was made after all. */
export function findReversal(
  calls: StripeCalls,
  { transferId, reversalId }: { readonly transferId: string; readonly reversalId: string },
): Promise<{ id: string } | null> {
  return calls.call('find a reversal', async (stripe) => {
    for await (const { id, metadata } of stripe.transfers.listReversals(transferId, { limit: PAGE }))
      if (metadata?.reversal_id === reversalId) return { id };
    return null;
  });
}

/** What a payee has that could be taken back: what is on its way to their balance counts, since a reversal undoes it there. */
export function readPayeeBalance(calls: StripeCalls, accountId: string): Promise<{ available: Money; pending: Money }> {
  return calls.call("read a payee's balance", async (stripe) => {
    const { available, pending } = await stripe.balance.retrieve({}, { stripeAccount: accountId });
    return { available: dollars(available), pending: dollars(pending) };
  });
}

function dollars(amounts: readonly { amount: number; currency: string }[]): Money {
  return Money.sum(amounts.filter(({ currency }) => currency === 'usd').map(({ amount }) => Money.usd(amount)));
}
