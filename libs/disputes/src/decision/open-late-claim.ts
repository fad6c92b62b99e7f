import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BeginDispute } from '../begin-dispute.ts';
import { DisputableTime, type WantedTime } from '../disputable-time.ts';
import type { Dispute } from '../dispute.entity.ts';
import { Disputes } from '../disputes.repository.ts';
import { assertLate } from '../late-window.ts';

export interface LateClaim {
  readonly weekId: string;
  readonly ground: 'fraud' | 'duplicate';
  readonly reason: string;
  readonly lines: readonly WantedTime[];
}

/** Staff contest time after its review, for fraud or because it was billed twice. The assistant answers as ever. */
@Injectable()
export class OpenLateClaim {
  constructor(
    private readonly db: Database,
    private readonly disputes: Disputes,
    private readonly time: DisputableTime,
    private readonly begin: BeginDispute,
    private readonly keys: IdempotencyKeys,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `WeekNotFound`, `NotDisputable` while the client can do it themselves, or `LateClaimTooLate`. */
  run(staff: Staff, claim: LateClaim, key: string): Promise<Repeatable<Dispute>> {
    const { weekId, ground, reason, lines } = claim;
    const request = { userId: staff.userId, key, request: { verb: 'open_late_claim', weekId, ground, reason, lines } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: await this.disputes.find(staff, before, tx), repeated: true };
      const dispute = await this.within(tx, staff, claim, this.clock.now());
      await this.keys.settle(tx, request, dispute.id);
      return { value: dispute, repeated: false };
    });
  }

  /** The same, in a transaction of the caller's. */
  async within(tx: Tx, staff: Staff, { weekId, ground, reason, lines }: LateClaim, now: Date): Promise<Dispute> {
    const week = await this.time.lockWeek(tx, staff, weekId);
    assertLate(week, now);
    const time = await this.time.choose(tx, weekId, lines, true);

    const told = { ground, reason, week, openedBy: staff.userId, side: 'staff', time } as const;
    const dispute = await this.begin.run(tx, { origin: 'late_claim', ...told }, now);

    const subject = { kind: 'dispute', id: dispute.id };
    const after = { ground, weekId, lines: time };
    await this.audit.record(tx, { actor: staff, action: 'dispute.late_claim_opened', subject, after }, now);
    return dispute;
  }
}
