import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { disputeReferred } from './dispute.events.ts';
import { speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Offers } from './offers.ts';

/** The client does not want what the assistant offered: staff decide. */
@Injectable()
export class DeclinePartOffer {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly offers: Offers,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: User, disputeId: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(speaksForClient(actor, dispute), 'decline this offer');
      const offer = await this.offers.lockStanding(tx, disputeId);

      dispute.declineOffer(now);

      await this.disputes.save(tx, dispute);
      await this.offers.answer(tx, offer, 'declined', now);
      await this.events.tell(tx, disputeReferred(dispute, 'offer_declined'));
      return dispute;
    });
  }
}
