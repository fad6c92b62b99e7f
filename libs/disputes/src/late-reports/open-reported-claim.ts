import { requireNeverParty } from '@app/billing';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { OpenLateClaim } from '../decision/open-late-claim.ts';
import type { Dispute } from '../dispute.entity.ts';
import { LateReports } from './late-reports.repository.ts';

/** Staff find that there is something in what a client reported: the claim is opened as it was reported. */
@Injectable()
export class OpenReportedClaim {
  constructor(
    private readonly db: Database,
    private readonly reports: LateReports,
    private readonly openLateClaim: OpenLateClaim,
    private readonly clock: Clock,
  ) {}

  /** Throws `ReportNotFound`, `ReportAnswered`, Forbidden `party_to_it`, or what `OpenLateClaim` throws. */
  run(staff: Staff, reportId: string): Promise<Dispute> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const report = await this.reports.lockOpen(tx, reportId);
      await requireNeverParty(tx, staff, report.clientId);

      const dispute = await this.openLateClaim.within(tx, staff, report, now);

      await this.reports.answer(tx, reportId, { disputeId: dispute.id }, staff.userId, now);
      return dispute;
    });
  }
}
