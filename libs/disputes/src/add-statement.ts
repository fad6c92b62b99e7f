import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { type Actor, allow, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from './dispute.entity.ts';
import { DisputeClosed } from './dispute.errors.ts';
import { isAssistant, sideOf, speaksForClient } from './dispute.policy.ts';
import { Disputes } from './disputes.repository.ts';
import { Statements } from './statements.ts';

/** Either side, or staff, adds to the evidence. What was frozen stays as it is. */
@Injectable()
export class AddStatement {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly statements: Statements,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Exclude<Actor, { kind: 'system' }>, disputeId: string, text: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const dispute = await this.disputes.lock(tx, actor, disputeId);
      assertMayState(actor, dispute);
      const side = sideOf(actor, dispute);
      const now = this.clock.now();
      const statement = { disputeId, side, byId: actor.userId, kind: 'statement', text } as const;
      const after = { statementId: await this.statements.add(tx, statement, now) };
      if (actor.kind === 'staff') {
        const subject = { kind: 'dispute', id: disputeId };
        await this.audit.record(tx, { actor, action: 'dispute.statement_added', subject, after }, now);
      }
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
