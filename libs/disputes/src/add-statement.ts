import { Database } from '@app/database';
import { type Actor, allow, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { DisputeClosed } from './dispute.errors.ts';
import { isAssistant, speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Statements } from './statements.ts';

/** Either side, or staff, adds to the evidence. What was frozen stays as it is. */
@Injectable()
export class AddStatement {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  run(actor: Exclude<Actor, { kind: 'system' }>, disputeId: string, text: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      assertMayState(actor, dispute);
      await this.statements.addBeside(tx, actor, dispute, { kind: 'statement', text }, this.clock.now());
      return dispute;
    });
  }
}

/** Throws Forbidden or `DisputeClosed`. */
export function assertMayState(actor: Actor, dispute: Dispute): void {
  const may = actor.kind === 'staff' || isAssistant(actor, dispute) || speaksForClient(actor, dispute);
  allow(may, 'add to this dispute');
  if (dispute.closedAt !== null) throw new DisputeClosed();
}
