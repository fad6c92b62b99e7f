import type { ChargebackCan, DescribeChargebacks, DescribedChargeback } from '@app/disputes';
import type { ChargebackInDetailView, ChargebackView } from '@app/wire/chargebacks';

export function presentChargeback(chargeback: DescribedChargeback, can: ChargebackCan): ChargebackView {
  const { id, stripeId, amountCents, reason, state, submissions, outCents, lostCents, linesChosen } = chargeback;
  const { assistantsCents, carriedBy, carriedReason } = chargeback;
  return {
    ...{ id, stripeId, amountCents, reason, state, submissions, outCents, lostCents, linesChosen },
    ...{ assistantsCents, carriedBy, carriedReason },
    invoice: { id: chargeback.invoiceId, number: chargeback.invoiceNumber },
    client: { id: chargeback.clientId, name: chargeback.clientName },
    stateAt: chargeback.stateAt.toISOString(),
    openedAt: chargeback.openedAt.toISOString(),
    dueBy: chargeback.dueBy?.toISOString() ?? null,
    workHeldAt: chargeback.workHeldAt?.toISOString() ?? null,
    can,
  };
}

type InDetail = Awaited<ReturnType<DescribeChargebacks['find']>>;

export function presentInDetail(found: InDetail, can: ChargebackCan): ChargebackInDetailView {
  return {
    ...presentChargeback(found.chargeback, can),
    lines: found.lines.map(({ lineId, assistantId, assistantName, title, amountCents, feeCents, ...line }) => ({
      ...{ lineId, title, amountCents, feeCents },
      assistant: { id: assistantId, name: assistantName },
      earningStates: [...line.earningStates],
      heldUntil: line.heldUntil?.toISOString() ?? null,
    })),
    facts: found.facts.map(({ status, outCents, seenAt }) => ({ status, outCents, seenAt: seenAt.toISOString() })),
    answers: found.answers.map(({ id, kind, givenBy, state, at, refusal }) => ({
      ...{ id, kind, givenBy, state, refusal },
      at: at.toISOString(),
    })),
  };
}
