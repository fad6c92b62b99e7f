import type { Money } from '@app/kernel';

import type { Key, StripeCalls } from './stripe-calls.ts';

export interface NewTransfer {
  readonly transferId: string;
  readonly amount: Money;
  /** The payee's account at Stripe. */
  readonly destination: string;
  /**
   * The charge the money comes from: Stripe lets it go once that charge's funds are there, and never more than it.
   * Null: out of what is available, or refused with `balance_insufficient`.
   */
  readonly chargeId: string | null;
  readonly transferGroup: string;
}

const PAGE = 100;

export function createTransfer(
  calls: StripeCalls,
  { transferId, amount, destination, chargeId, transferGroup }: NewTransfer,
  key: Key,
): Promise<{ id: string }> {
  return calls.call('send a transfer', async (stripe) => {
    const { id } = await stripe.transfers.create(
      {
        amount: amount.cents,
        currency: amount.currency,
        destination,
        ...(chargeId === null ? {} : { source_transaction: chargeId }),
        transfer_group: transferGroup,
        metadata: { transfer_id: transferId },
      },
      { ...key },
    );
    return { id };
  });
}

/** For a transfer whose key is too old to be repeated: whether it was made after all. */
export function findTransfer(
  calls: StripeCalls,
  { transferGroup, transferId }: { readonly transferGroup: string; readonly transferId: string },
): Promise<{ id: string } | null> {
  return calls.call('find a transfer', async (stripe) => {
    for await (const { id, metadata } of stripe.transfers.list({ transfer_group: transferGroup, limit: PAGE }))
      if (metadata.transfer_id === transferId) return { id };
    return null;
  });
}
