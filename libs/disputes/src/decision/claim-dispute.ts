import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { ClaimedByAnother, NotForDecision } from '../dispute.errors.ts';
import { Disputes } from '../disputes.repository.ts';
import { WhoDecides } from './who-decides.ts';

/** A member of staff takes a dispute on, for some hours; claiming again renews it. */
@Injectable()
export class ClaimDispute {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly who: WhoDecides,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(staff: Staff, disputeId: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, staff, disputeId);
      if (!dispute.awaitsDecision) throw new NotForDecision();
      await this.who.require(staff, dispute, tx);
      if (dispute.isClaimedByAnother(staff.userId, now)) throw new ClaimedByAnother(dispute.claimExpiresAt);
      const before = { claimedBy: dispute.claimedBy };

      dispute.claim(staff.userId, now);

      await this.disputes.save(tx, dispute);
      const subject = { kind: 'dispute', id: disputeId };
      const after = { claimedBy: staff.userId, expiresAt: dispute.claimExpiresAt };
      await this.audit.record(tx, { actor: staff, action: 'dispute.claimed', subject, before, after }, now);
      return dispute;
    });
  }
}
