import { Database } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DisputableTime, type WantedTime } from '../disputable-time.ts';
import { speaksForClient } from '../dispute.policy.ts';
import { assertLate } from '../late-window.ts';
import { type LateGround, LateReports } from './late-reports.repository.ts';

export interface Reported {
  readonly ground: LateGround;
  readonly reason: string;
  readonly lines: readonly WantedTime[];
}

/** After the review the client tells staff of fraud, or of time billed twice. Nothing moves until staff open a claim. */
@Injectable()
export class ReportLate {
  constructor(
    private readonly db: Database,
    private readonly time: DisputableTime,
    private readonly reports: LateReports,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * The report's id. Throws `WeekNotFound`, Forbidden, `NotDisputable` while it can be disputed,
   * `LateClaimTooLate`, `EntryNotInWeek`, `NothingLeftToDispute` or `ReportOpenAlready`.
   */
  run(actor: User, weekId: string, { ground, reason, lines }: Reported, key: string): Promise<Repeatable<string>> {
    requireVerified(actor);
    const request = { userId: actor.userId, key, request: { verb: 'report_late', weekId, ground, reason, lines } };
    return this.db.transaction(async (tx) => {
      const before = await this.keys.claim(tx, request);
      if (before !== null) return { value: before, repeated: true };
      const now = this.clock.now();
      const week = await this.time.lockWeek(tx, actor, weekId);
      allow(speaksForClient(actor, week), 'report this week');
      assertLate(week, now);
      const time = await this.time.choose(tx, weekId, lines, true);

      const { clientId } = week;
      const told = { weekId, clientId, reportedBy: actor.userId, ground, reason, time };
      const id = await this.reports.add(tx, told, now);
      await this.keys.settle(tx, request, id);
      return { value: id, repeated: false };
    });
  }
}
