import {
  type DescribedDispute,
  DescribeDisputes,
  type DetailedDecision,
  type Dispute,
  disputeCan,
  DisputeDetails,
  type DisputeInDetail,
  sideOf,
} from '@app/disputes';
import { Clock, type User } from '@app/kernel';
import type { DecisionMoney, DecisionView, DisputeDetail, DisputeView } from '@app/wire/disputes';
import { Injectable } from '@nestjs/common';

/** Disputes as the two sides read them, and what the reader can do. */
@Injectable()
export class DisputePresenter {
  constructor(
    private readonly describe: DescribeDisputes,
    private readonly details: DisputeDetails,
    private readonly clock: Clock,
  ) {}

  async many(actor: User, disputes: readonly Dispute[]): Promise<DisputeView[]> {
    const now = this.clock.now();
    return (await this.describe.run(disputes)).map((described) => present(actor, described, now));
  }

  async one(actor: User, dispute: Dispute): Promise<DisputeDetail> {
    const described = await this.describe.one(dispute);
    const details = await this.details.of(dispute.id, { proposals: false });
    return {
      ...present(actor, described, this.clock.now()),
      ...presentDetails(details),
      decisions: details.decisions.map(presentDecision),
    };
  }
}

function present(actor: User, described: DescribedDispute, now: Date): DisputeView {
  const { dispute, offerStands } = described;
  const side = sideOf(actor, dispute);
  return {
    ...presentFacts(described),
    invoiceId: side === 'client' ? dispute.invoiceId : null,
    side,
    can: disputeCan(actor, dispute, offerStands, now),
  };
}

/** What everybody reads alike, staff too. */
export function presentFacts(described: DescribedDispute): Omit<DisputeView, 'side' | 'can'> {
  const { dispute, client, assistant, title, seconds, disputed, refunded } = described;
  const { id, number, state, origin, ground, reason, contractId, invoiceId, outcome } = dispute;
  return {
    ...{ id, number, state, origin, ground, reason, contractId, invoiceId, outcome },
    ...{ client, assistant, title, seconds, disputed, refunded },
    week: {
      id: dispute.contractWeekId,
      start: described.weekStart.toISOString(),
      end: described.weekEnd.toISOString(),
      zone: described.zone,
    },
    openedAt: dispute.openedAt.toISOString(),
    closedAt: dispute.closedAt?.toISOString() ?? null,
    dueAt: dispute.dueAt?.toISOString() ?? null,
    ...silence(dispute),
  };
}

/** Who is waited for, and what becomes of it if they say nothing. */
function silence({ state }: Dispute): Pick<DisputeView, 'waitsFor' | 'ifSilent'> {
  if (state === 'open') return { waitsFor: 'assistant', ifSilent: 'goes_to_staff' };
  if (state === 'answered') return { waitsFor: 'client', ifSilent: 'goes_to_staff' };
  if (state === 'decided') return { waitsFor: 'either', ifSilent: 'becomes_final' };
  if (state === 'deciding' || state === 'appealed') return { waitsFor: 'staff', ifSilent: 'stays_held' };
  return { waitsFor: null, ifSilent: null };
}

export function presentDetails({
  lines,
  offer,
  statements,
  evidence,
}: DisputeInDetail): Pick<DisputeDetail, 'lines' | 'offer' | 'statements' | 'evidence'> {
  return {
    lines: lines.map(({ start, end, ...line }) => ({
      ...line,
      start: start.toISOString(),
      end: end.toISOString(),
    })),
    offer: offer && { ...offer, at: offer.at.toISOString() },
    statements: statements.map(({ at, ...statement }) => ({ ...statement, at: at.toISOString() })),
    evidence: { sha256: evidence.sha256, frozenAt: evidence.frozenAt.toISOString() },
  };
}

export function presentDecision(decision: DetailedDecision): DecisionView {
  const { id, round, decidedAt, lines } = decision;
  return { id, round, decidedAt: decidedAt?.toISOString() ?? null, lines, money: presentMoney(decision) };
}

export function presentMoney({
  paid,
  refunded,
  carriedBy,
  captured,
}: Pick<DetailedDecision, 'paid' | 'refunded' | 'carriedBy' | 'captured'>): DecisionMoney {
  // What Kontor pays leaves the invoice as it is: it goes to the card once that has been charged.
  const how = captured || carriedBy === 'platform' ? 'refund' : 'credit_note';
  return { paid, refunded, carriedBy, how: refunded.amountCents + refunded.feeCents === 0 ? 'none' : how };
}
