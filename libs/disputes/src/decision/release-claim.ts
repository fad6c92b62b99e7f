import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Dispute } from '../dispute.entity.ts';
import { ClaimedByAnother } from '../dispute.errors.ts';
import { Disputes } from '../disputes.repository.ts';

/** Whoever took a dispute on gives it back to the queue. */
@Injectable()
export class ReleaseClaim {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(staff: Staff, disputeId: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const dispute = await this.disputes.lock(tx, staff, disputeId);
      if (dispute.isClaimedByAnother(staff.userId, now)) throw new ClaimedByAnother(dispute.claimExpiresAt);
      const before = { claimedBy: dispute.claimedBy };

      dispute.release();

      await this.disputes.save(tx, dispute);
      const subject = { kind: 'dispute', id: disputeId };
      await this.audit.record(tx, { actor: staff, action: 'dispute.released', subject, before }, now);
      return dispute;
    });
  }
}
