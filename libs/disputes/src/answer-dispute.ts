import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assertInTime } from './answer-in-time.ts';
import type { Dispute } from './dispute.entity.ts';
import { disputeAnswered, disputeReferred } from './dispute.events.ts';
import { isAssistant } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Statements } from './statements.ts';

/** The assistant stands by the work and says why: staff decide, unless the client is convinced and withdraws. */
@Injectable()
export class AnswerDispute {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly statements: Statements,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: User, disputeId: string, text: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(isAssistant(actor, dispute), 'answer this dispute');
      assertInTime(dispute, now);

      dispute.contest(now);

      await this.disputes.save(tx, dispute);
      await this.statements.add(tx, { disputeId, side: 'assistant', byId: actor.userId, kind: 'answer', text }, now);
      await this.events.tell(tx, disputeAnswered(dispute, 'contested'));
      await this.events.tell(tx, disputeReferred(dispute, 'contested'));
      return dispute;
    });
  }
}
