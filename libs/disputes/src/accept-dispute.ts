import { Database } from '@app/database';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertInTime } from './answer-in-time.ts';
import type { Dispute } from './dispute.entity.ts';
import { isAssistant } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { EndDispute } from './end-dispute.ts';
import { Shares } from './shares.ts';

/** The assistant agrees: all that is disputed goes back. */
@Injectable()
export class AcceptDispute {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly end: EndDispute,
    private readonly clock: Clock,
  ) {}

  run(actor: User, disputeId: string): Promise<Dispute> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(isAssistant(actor, dispute), 'answer this dispute');
      assertInTime(dispute, now);

      dispute.accept(now);

      const lines = await this.shares.lines(tx, dispute.id);
      const refunds = new Map(lines.map(({ id, seconds }) => [id, seconds]));
      await this.end.run(tx, dispute, { refunds, carriedBy: 'assistant', decidedBy: actor.userId }, now);
      return dispute;
    });
  }
}
