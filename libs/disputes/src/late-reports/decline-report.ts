import { Audit } from '@app/audit';
import { requireNeverParty } from '@app/billing';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { reportDeclined } from '../dispute.events.ts';
import { LateReports } from './late-reports.repository.ts';

/** Staff find nothing in what a client reported, and tell them why. */
@Injectable()
export class DeclineReport {
  constructor(
    private readonly db: Database,
    private readonly reports: LateReports,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `refusal` is for the client to read. Throws `ReportNotFound`, `ReportAnswered` or Forbidden `party_to_it`. */
  async run(staff: Staff, reportId: string, refusal: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const { clientId, weekId } = await this.reports.lockOpen(tx, reportId);
      await requireNeverParty(tx, staff, clientId);

      await this.reports.answer(tx, reportId, { refusal }, staff.userId, now);

      const subject = { kind: 'late_report', id: reportId };
      await this.audit.record(tx, { actor: staff, action: 'late_report.declined', subject, after: { weekId } }, now);
      await this.events.tell(tx, reportDeclined(reportId));
    });
  }
}
