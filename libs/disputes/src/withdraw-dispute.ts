import { Database } from '@app/database';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { EndDispute } from './end-dispute.ts';

/** The client takes it all back, at any time before the decision. A late claim is not theirs to withdraw. */
@Injectable()
export class WithdrawDispute {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly end: EndDispute,
    private readonly clock: Clock,
  ) {}

  run(actor: User, disputeId: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(speaksForClient(actor, dispute) && dispute.origin === 'review', 'withdraw this dispute');

      dispute.withdraw(now);

      await this.end.run(tx, dispute, { refunds: new Map(), carriedBy: 'assistant', decidedBy: actor.userId }, now);
      return dispute;
    });
  }
}
