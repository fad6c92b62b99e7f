import { Money } from '@app/kernel';
import { credit, debit, type Journal } from '@app/ledger';

import type { ClaimedTransfer } from './claimed-transfer.ts';

/** J7, accepted: no longer owed to the assistant, and on its way until it is seen in Stripe's balance. */
export function transferAccepted(transfer: ClaimedTransfer, stripeId: string, at: Date): Journal {
  const { id, clientId, assistantId, invoiceId, items } = transfer;
  const keys = { clientId, assistantId, invoiceId };
  return {
    reference: `tr:${id}`,
    kind: 'J7',
    reason: 'Transfer accepted by Stripe',
    occurredAt: at,
    postings: [
      ...items.map(({ earningId, lineId, amount }) => debit('earnings_due', amount, { ...keys, lineId, earningId })),
      credit('stripe_in_transit', Money.sum(items.map(({ amount }) => amount)), { ...keys, stripeId }),
    ],
  };
}
