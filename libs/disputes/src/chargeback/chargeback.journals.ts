import { Money } from '@app/kernel';
import { credit, debit, type Journal } from '@app/ledger';

import type { Chargeback } from './chargeback.entity.ts';

/** Who bears a part of what was lost. Cents; the client's own refund bears it first. */
export interface LossPart {
  readonly account: 'refund_due' | 'service_fee' | 'platform_losses' | 'earnings_held' | 'assistant_debt';
  readonly cents: number;
  readonly lineId: string | null;
  /** With it, whose: where staff let the assistant bear it. */
  readonly earningId?: string;
  readonly assistantId?: string;
  readonly refundId: string | null;
}

/** J13: the client has the money of this refund already. */
export function refundConsumed(chargeback: Chargeback, number: number, parts: readonly LossPart[], at: Date): Journal {
  return journal(chargeback, `refund:${number}`, 'J13', 'Refund consumed by a lost chargeback', parts, at);
}

/** J16, or its opposite for parts below zero: lost, and won after all. */
export function chargebackLost(chargeback: Chargeback, number: number, parts: readonly LossPart[], at: Date): Journal {
  const back = parts.some(({ cents }) => cents < 0);
  const reason = back ? 'Lost chargeback came back' : 'Chargeback lost';
  return journal(chargeback, `lost:${number}`, 'J16', reason, parts, at);
}

function journal(
  { stripeId, clientId, invoiceId }: Chargeback,
  what: string,
  kind: 'J13' | 'J16',
  reason: string,
  parts: readonly LossPart[],
  occurredAt: Date,
): Journal {
  const keys = { clientId, invoiceId };
  return {
    reference: `dp:${stripeId}:${what}`,
    kind,
    reason,
    occurredAt,
    postings: [
      ...parts.map(({ account, cents, lineId, earningId, assistantId }) =>
        debit(account, Money.usd(cents), {
          ...keys,
          ...(lineId === null ? {} : { lineId }),
          ...(earningId === undefined ? {} : { earningId }),
          ...(assistantId === undefined ? {} : { assistantId }),
        }),
      ),
      credit('chargeback_held', Money.usd(parts.reduce((sum, { cents }) => sum + cents, 0)), {
        ...keys,
        stripeId,
      }),
    ],
  };
}
