import type { AssistantDebt } from '@app/billing';
import type { Money } from '@app/kernel';
import { credit, debit, type Journal, type Keys } from '@app/ledger';

import type { ClaimedReversal } from './reversals.repository.ts';

/** Whose debt it is, and what for. */
export type Owed = Pick<AssistantDebt, 'id' | 'clientId' | 'assistantId' | 'invoiceId' | 'lineId' | 'earningId'>;

/** J10, accepted: owed by the assistant no longer, and on its way until it is seen in Stripe's balance. */
export function reversalAccepted(reversal: ClaimedReversal, debt: Owed, stripeId: string, at: Date): Journal {
  const { clientId, assistantId, invoiceId } = debt;
  return {
    reference: `trr:${reversal.id}`,
    kind: 'J10',
    reason: 'Reversal accepted by Stripe',
    occurredAt: at,
    postings: [
      debit('stripe_in_transit', reversal.amount, { clientId, assistantId, invoiceId, stripeId }),
      credit('assistant_debt', reversal.amount, keysOf(debt)),
    ],
  };
}

/** J18: the platform bears what is left of a debt. */
export function debtWrittenOff(writeOffId: string, debt: Owed, amount: Money, at: Date): Journal {
  const keys = keysOf(debt);
  return {
    reference: `wo:${writeOffId}`,
    kind: 'J18',
    reason: 'Debt written off',
    occurredAt: at,
    postings: [debit('platform_losses', amount, keys), credit('assistant_debt', amount, keys)],
  };
}

export function keysOf({ clientId, assistantId, invoiceId, lineId, earningId }: Owed): Keys {
  return { clientId, assistantId, invoiceId, lineId, earningId };
}
