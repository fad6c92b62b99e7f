import { Money } from '@app/kernel';
import { credit, debit, type Journal } from '@app/ledger';

import type { ClaimedTransfer } from './claimed-transfer.ts';
import { keysOf, type Owed } from './reversal.journals.ts';

/** J6: what is kept back of a transfer pays debts, item by item. */
export function debtRecovered(
  transfer: ClaimedTransfer,
  debts: readonly { readonly debt: Owed; readonly amount: Money }[],
  at: Date,
): Journal {
  const { id, clientId, assistantId, invoiceId } = transfer;
  const keys = { clientId, assistantId, invoiceId };
  return {
    reference: `rec:${id}`,
    kind: 'J6',
    reason: 'Debt kept back of a transfer',
    occurredAt: at,
    postings: [
      ...shares(transfer).map(({ earningId, lineId, kept }) =>
        debit('earnings_due', kept, { ...keys, lineId, earningId }),
      ),
      ...debts.map(({ debt, amount }) => credit('assistant_debt', amount, keysOf(debt))),
    ],
  };
}

/** J7, accepted: no longer owed to the assistant, and on its way until it is seen in Stripe's balance. */
export function transferAccepted(transfer: ClaimedTransfer, stripeId: string, at: Date): Journal {
  const { id, clientId, assistantId, invoiceId, amount } = transfer;
  const keys = { clientId, assistantId, invoiceId };
  return {
    reference: `tr:${id}`,
    kind: 'J7',
    reason: 'Transfer accepted by Stripe',
    occurredAt: at,
    postings: [
      ...shares(transfer).map(({ earningId, lineId, sent }) =>
        debit('earnings_due', sent, { ...keys, lineId, earningId }),
      ),
      credit('stripe_in_transit', amount, { ...keys, stripeId }),
    ],
  };
}

/** What is kept back is kept of the first items. */
function shares({ items, recoveries }: ClaimedTransfer) {
  let toKeep = Money.sum(recoveries.map(({ amount }) => amount)).cents;
  return items.map(({ earningId, lineId, amount }) => {
    const kept = Math.min(toKeep, amount.cents);
    toKeep -= kept;
    return { earningId, lineId, kept: Money.usd(kept), sent: Money.usd(amount.cents - kept) };
  });
}
