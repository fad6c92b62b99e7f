import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Actor, Clock, requireVerified } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { weekApproved } from './billing.events.ts';
import { ContractWeekReview } from './contract-week-review.ts';

/** The client is content: the review of one contract week ends here and now, but for what is in dispute. */
@Injectable()
export class ApproveWeek {
  constructor(
    private readonly db: Database,
    private readonly reviews: ContractWeekReview,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Once approved is approved: a repeat changes nothing. */
  async run(actor: Actor, weekId: string): Promise<void> {
    requireVerified(actor); // It brings a payment forward.
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.reviews.approve(tx, actor, weekId, now))) return;
      await this.events.tell(tx, weekApproved(weekId));
    });
  }
}
