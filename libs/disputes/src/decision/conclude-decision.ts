import { Audit } from '@app/audit';
import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import type { Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { disputeDecided } from '../dispute.events.ts';
import { Disputes } from '../disputes.repository.ts';
import { EndDispute } from '../end-dispute.ts';
import { Shares } from '../shares.ts';
import { type Decision, Decisions } from './decisions.repository.ts';
import { outcomeOf } from './verdicts.ts';

/** A decision with all of its signatures. The first one can be appealed from; money moves only when it is final. */
@Injectable()
export class ConcludeDecision {
  constructor(
    private readonly disputes: Disputes,
    private readonly decisions: Decisions,
    private readonly shares: Shares,
    private readonly end: EndDispute,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  async run(tx: Tx, staff: Staff, dispute: Dispute, decision: Decision, now: Date): Promise<void> {
    const before = { state: dispute.state };
    await this.decisions.decided(tx, decision.id, now);
    if (decision.round === 1) {
      dispute.decide(now);
      await this.disputes.save(tx, dispute);
    } else {
      await this.finish(tx, dispute, decision, now);
    }
    const after = { state: dispute.state, decisionId: decision.id, refunds: Object.fromEntries(decision.refunds) };
    const subject = { kind: 'dispute', id: dispute.id };
    await this.audit.record(tx, { actor: staff, action: 'dispute.decided', subject, before, after }, now);
    await this.events.tell(tx, disputeDecided(dispute, decision.id));
  }

  /** Nobody appealed in time, or the appeal is decided. */
  async finish(tx: Tx, dispute: Dispute, { refunds, carriedBy, proposedBy }: Decision, now: Date): Promise<void> {
    dispute.finish(outcomeOf(refunds, await this.shares.lines(tx, dispute.id)), now);
    await this.end.run(tx, dispute, { refunds, carriedBy, decidedBy: proposedBy }, now);
  }
}
