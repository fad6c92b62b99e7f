import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertInTime } from './answer-in-time.ts';
import type { Dispute } from './dispute.entity.ts';
import { disputeAnswered } from './dispute.events.ts';
import { isAssistant } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Offers } from './offers.ts';
import { refundsOf, type RefundOfLine } from './refunds-of-lines.ts';
import { RefundTotals } from './refund-totals.ts';
import { Shares } from './shares.ts';
import { Statements } from './statements.ts';

export interface PartOffered {
  readonly text: string;
  readonly lines: readonly RefundOfLine[];
}

/** The assistant offers to give back a part. The client has three days to take it; then staff decide. */
@Injectable()
export class OfferPart {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly totals: RefundTotals,
    private readonly offers: Offers,
    private readonly statements: Statements,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `LineNotDisputed` or `MoreThanDisputed`. */
  run(actor: User, disputeId: string, { text, lines }: PartOffered): Promise<Dispute> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(isAssistant(actor, dispute), 'answer this dispute');
      assertInTime(dispute, now);
      const refunds = refundsOf(await this.shares.lines(tx, disputeId), lines);

      dispute.offer(now);

      await this.disputes.save(tx, dispute);
      const { refunded: worth } = await this.totals.of(disputeId, refunds, tx);
      await this.offers.add(tx, { disputeId, madeBy: actor.userId, refunds, worth }, now);
      await this.statements.add(tx, { disputeId, side: 'assistant', byId: actor.userId, kind: 'offer', text }, now);
      await this.events.tell(tx, disputeAnswered(dispute, 'offered'));
      return dispute;
    });
  }
}
