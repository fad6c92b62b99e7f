import { Database } from '@app/database';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { EndDispute } from './end-dispute.ts';
import { Offers } from './offers.ts';

/** The client takes what the assistant offered: also while staff decide, as long as they did not decline it. */
@Injectable()
export class TakeOffer {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly offers: Offers,
    private readonly end: EndDispute,
    private readonly clock: Clock,
  ) {}

  run(actor: User, disputeId: string): Promise<Dispute> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(speaksForClient(actor, dispute), 'take this offer');
      const offer = await this.offers.lockStanding(tx, disputeId);

      dispute.settle(now);

      await this.offers.answer(tx, offer, 'taken', now);
      const { refunds } = offer;
      await this.end.run(tx, dispute, { refunds, carriedBy: 'assistant', decidedBy: actor.userId }, now);
      return dispute;
    });
  }
}
