import type { AssistantDebt } from '@app/billing';
import type { DomainEvent } from '@app/delivery';
import type { Money } from '@app/kernel';
import type { Payout } from '@app/stripe';

import type { Payee } from './payee.entity.ts';
import type { PayeeState } from './payee.state.ts';
import type { ClaimedReversal } from './reversals.repository.ts';

export type PayeeChanged = DomainEvent<'payee.changed', { assistantId: string; state: PayeeState }>;

export function payeeChanged({ id, state }: Payee): PayeeChanged {
  return { type: 'payee.changed', payload: { assistantId: id, state } };
}

/** Money has arrived in an assistant's bank, or the bank did not take it. */
export type PayoutEnded = DomainEvent<'payout.paid' | 'payout.failed', { payoutId: string; assistantId: string }>;

export function payoutEnded({ id: payoutId, status }: Payout, assistantId: string): PayoutEnded | null {
  if (status !== 'paid' && status !== 'failed') return null;
  return { type: `payout.${status}`, payload: { payoutId, assistantId } };
}

/** Of what an assistant owes, so much was taken back from their balance, or kept back of a transfer. */
export type DebtTaken = DomainEvent<
  'debt.taken',
  { debtId: string; assistantId: string; by: 'reversal' | 'transfer'; takenCents: number; leftCents: number }
>;
export type ReversalRefused = DomainEvent<'reversal.refused', { reversalId: string; debtId: string; code: string }>;

export function debtTaken(debt: AssistantDebt, by: 'reversal' | 'transfer', taken: Money): DebtTaken {
  const { id: debtId, assistantId, left } = debt;
  return { type: 'debt.taken', payload: { debtId, assistantId, by, takenCents: taken.cents, leftCents: left.cents } };
}

export function reversalRefused({ id, debtId }: ClaimedReversal, code: string): ReversalRefused {
  return { type: 'reversal.refused', payload: { reversalId: id, debtId, code } };
}
