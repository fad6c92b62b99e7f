import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { ClaimedByAnother, DecidedAlready, NotForDecision } from '../dispute.errors.ts';
import { Disputes } from '../disputes.repository.ts';
import { RefundTotals } from '../refund-totals.ts';
import { Shares } from '../shares.ts';
import { ConcludeDecision } from './conclude-decision.ts';
import { type Decision, Decisions } from './decisions.repository.ts';
import { FourEyes } from './four-eyes.ts';
import { refundsBy, type Verdicts } from './verdicts.ts';
import { WhoDecides } from './who-decides.ts';

export interface Proposed extends Verdicts {
  /** A colleague's proposal that waits for a signature, which this one takes the place of. */
  readonly replaces?: string | undefined;
}

/** A member of staff decides, line by line. Above the threshold it stands only once a second one has signed the same. */
@Injectable()
export class DecideDispute {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly shares: Shares,
    private readonly totals: RefundTotals,
    private readonly who: WhoDecides,
    private readonly fourEyes: FourEyes,
    private readonly decisions: Decisions,
    private readonly conclude: ConcludeDecision,
    private readonly keys: IdempotencyKeys,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `NotForDecision`, `BarredFromDeciding`, `ClaimedByAnother`, `DecidedAlready`, or Invalid of a line. */
  run(staff: Staff, disputeId: string, proposed: Proposed, key: string): Promise<Dispute> {
    const request = { userId: staff.userId, key, request: { verb: 'decide_dispute', disputeId, ...proposed } };
    return this.db.transaction(async (tx) => {
      if ((await this.keys.claim(tx, request)) !== null) return this.disputes.find(staff, disputeId, tx);
      // Locked first: of two who decide at once, the second finds it decided.
      const dispute = await this.disputes.lock(tx, staff, disputeId);
      const decision = await this.propose(tx, staff, dispute, proposed, this.clock.now());
      await this.keys.settle(tx, request, decision.id);
      return dispute;
    });
  }

  private async propose(tx: Tx, staff: Staff, dispute: Dispute, proposed: Proposed, now: Date): Promise<Decision> {
    if (!dispute.awaitsDecision) throw new NotForDecision();
    await this.who.require(staff, dispute, tx);
    if (dispute.isClaimedByAnother(staff.userId, now)) throw new ClaimedByAnother(dispute.claimExpiresAt);
    const refunds = refundsBy(proposed, dispute, await this.shares.lines(tx, dispute.id));

    const standing = await this.decisions.standing(tx, dispute.id, dispute.round);
    if (standing && standing.proposedBy !== staff.userId && standing.id !== proposed.replaces)
      throw new DecidedAlready();
    if (standing) await this.decisions.supersede(tx, standing.id, now);
    const totals = await this.totals.of(dispute.id, refunds, tx);
    const needsSecond = await this.fourEyes.needed(dispute, tx);
    const decision = await this.decisions.add(
      tx,
      staff,
      { dispute, verdicts: proposed, refunds, totals, needsSecond },
      now,
    );
    await this.decisions.sign(tx, staff, decision, now);

    const subject = { kind: 'dispute', id: dispute.id };
    const after = { decisionId: decision.id, version: decision.version, needsSecond, carriedBy: decision.carriedBy };
    const before = standing ? { decisionId: standing.id, version: standing.version } : undefined;
    await this.audit.record(tx, { actor: staff, action: 'dispute.proposed', subject, before, after }, now);
    if (!needsSecond) await this.conclude.run(tx, staff, dispute, decision, now);
    return decision;
  }
}
