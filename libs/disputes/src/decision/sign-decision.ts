import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { NotForDecision, OtherVersion, ProposalNotFound, SignedAlready } from '../dispute.errors.ts';
import { Disputes } from '../disputes.repository.ts';
import { ConcludeDecision } from './conclude-decision.ts';
import { Decisions } from './decisions.repository.ts';
import { WhoDecides } from './who-decides.ts';

/** A second member of staff agrees with what the first has proposed, to the letter. */
@Injectable()
export class SignDecision {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly who: WhoDecides,
    private readonly decisions: Decisions,
    private readonly conclude: ConcludeDecision,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotForDecision`, `ProposalNotFound`, `OtherVersion`, `SignedAlready` or `BarredFromDeciding`. */
  run(
    staff: Staff,
    disputeId: string,
    { decisionId, version }: { readonly decisionId: string; readonly version: string },
  ): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, staff, disputeId);
      if (!dispute.awaitsDecision) throw new NotForDecision();
      const decision = await this.decisions.standing(tx, disputeId, dispute.round);
      if (!decision || decision.decidedAt !== null) throw new ProposalNotFound(decisionId);
      if (decision.id !== decisionId || decision.version !== version) throw new OtherVersion();
      if (decision.proposedBy === staff.userId) throw new SignedAlready();
      await this.who.require(staff, dispute, tx);

      await this.decisions.sign(tx, staff, decision, now);
      const subject = { kind: 'dispute', id: disputeId };
      const after = { decisionId, version };
      await this.audit.record(tx, { actor: staff, action: 'dispute.signed', subject, after }, now);
      await this.conclude.run(tx, staff, dispute, decision, now);
      return dispute;
    });
  }
}
