import {
  type DescribedDispute,
  DescribeDisputes,
  type DetailedDecision,
  type Dispute,
  DisputeDetails,
  FourEyes,
  type Totals,
  WhoDecides,
} from '@app/disputes';
import { Clock, type Staff } from '@app/kernel';
import type { DecisionPreview, ProposalView, StaffDisputeDetail, StaffDisputeView } from '@app/wire/disputes';
import { Injectable } from '@nestjs/common';

import { presentDecision, presentDetails, presentFacts, presentMoney } from './dispute.presenter.ts';
import { presentWorth } from './worth.presenter.ts';

/** Disputes as staff read them: who has them, how late they are, and whether the reader may decide. */
@Injectable()
export class StaffDisputePresenter {
  constructor(
    private readonly describe: DescribeDisputes,
    private readonly details: DisputeDetails,
    private readonly who: WhoDecides,
    private readonly fourEyes: FourEyes,
    private readonly clock: Clock,
  ) {}

  async many(staff: Staff, disputes: readonly Dispute[]): Promise<StaffDisputeView[]> {
    const views: StaffDisputeView[] = [];
    for (const described of await this.describe.run(disputes)) views.push(await this.present(staff, described));
    return views;
  }

  async one(staff: Staff, dispute: Dispute): Promise<StaffDisputeDetail> {
    const view = await this.present(staff, await this.describe.one(dispute));
    const details = await this.details.of(dispute.id, { proposals: true });
    const open = details.decisions.find(({ decidedAt }) => decidedAt === null);
    return {
      ...view,
      ...presentDetails(details),
      can: { ...view.can, sign: view.can.sign && open?.proposedBy.id !== staff.userId },
      decisions: details.decisions.map(presentProposal),
      disputedIn30DaysCents: (await this.fourEyes.disputedBetween(dispute)).cents,
      needsSecond: await this.fourEyes.needed(dispute),
    };
  }

  private async present(staff: Staff, described: DescribedDispute): Promise<StaffDisputeView> {
    const { dispute, claimedBy, awaitsSecond } = described;
    const now = this.clock.now();
    const taken = dispute.isClaimedByAnother(staff.userId, now);
    const bar = await this.who.barred(staff, dispute);
    const mayDecide = dispute.awaitsDecision && bar === null;
    return {
      ...presentFacts(described),
      claim: presentClaim(dispute, claimedBy, staff, now),
      late: dispute.awaitsDecision && dispute.dueAt !== null && dispute.dueAt <= now,
      awaitsSecond,
      can: {
        claim: mayDecide && !taken,
        release: dispute.claimedBy === staff.userId,
        decide: mayDecide && !taken,
        sign: mayDecide && awaitsSecond,
      },
      barredBy: bar ?? (taken ? 'claimed_by_another' : null),
    };
  }
}

export function presentPreview(
  { paid, refunded, captured }: Totals,
  carriedBy: 'assistant' | 'platform',
  needsSecond: boolean,
): DecisionPreview {
  const money = { paid: presentWorth(paid), refunded: presentWorth(refunded), carriedBy, captured };
  return { money: presentMoney(money), needsSecond };
}

function presentClaim(
  { claimedBy, claimedAt, claimExpiresAt }: Dispute,
  by: DescribedDispute['claimedBy'],
  staff: Staff,
  now: Date,
): StaffDisputeView['claim'] {
  if (!by || !claimedAt || !claimExpiresAt || claimExpiresAt <= now) return null;
  return { by, at: claimedAt.toISOString(), expiresAt: claimExpiresAt.toISOString(), mine: claimedBy === staff.userId };
}

function presentProposal(decision: DetailedDecision): ProposalView {
  const { proposedBy, proposedAt, needsSecond, version } = decision;
  return { ...presentDecision(decision), proposedBy, proposedAt: proposedAt.toISOString(), needsSecond, version };
}
