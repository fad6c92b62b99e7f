import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { AppealTooLate } from './dispute.errors.ts';
import { disputeAppealed } from './dispute.events.ts';
import { isAssistant, sideOf, speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Statements } from './statements.ts';

/** Either side asks another member of staff, once, within seven days. The money stays held. */
@Injectable()
export class AppealDecision {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly statements: Statements,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  run(actor: User, disputeId: string, reason: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      allow(isAssistant(actor, dispute) || speaksForClient(actor, dispute), 'appeal this decision');
      if (dispute.state === 'decided' && dispute.dueAt !== null && now >= dispute.dueAt) throw new AppealTooLate();

      dispute.appeal(now);

      await this.disputes.save(tx, dispute);
      const side = sideOf(actor, dispute);
      await this.statements.add(tx, { disputeId, side, byId: actor.userId, kind: 'appeal', text: reason }, now);
      await this.events.tell(tx, disputeAppealed(dispute));
      return dispute;
    });
  }
}
