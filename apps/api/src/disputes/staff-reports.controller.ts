import { DeclineReport, LateReports, OpenReportedClaim } from '@app/disputes';
import type { Staff } from '@app/kernel';
import { DeclineReportRequest, LateReportViews, StaffDisputeDetail } from '@app/wire/disputes';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { StaffDisputePresenter } from './staff-dispute.presenter.ts';

const Id = z.uuid();

/** What clients report after the review of a week, and what staff make of it. */
@StaffOnly()
@Controller('staff/late-reports')
export class StaffReportsController {
  constructor(
    private readonly reports: LateReports,
    private readonly presenter: StaffDisputePresenter,
    private readonly openClaim: OpenReportedClaim,
    private readonly decline: DeclineReport,
  ) {}

  @Get()
  @SerializeOptions({ schema: LateReportViews })
  async list(): Promise<LateReportViews> {
    const open = await this.reports.open();
    return open.map(({ reportedAt, week, lines, ...report }) => ({
      ...report,
      reportedAt: reportedAt.toISOString(),
      week: { ...week, start: instant(week.start), end: instant(week.end) },
      lines: lines.map((line) => ({ ...line, start: instant(line.start), end: instant(line.end) })),
    }));
  }

  @Post(':id/claim')
  @SerializeOptions({ schema: StaffDisputeDetail })
  async open(@CurrentStaff() staff: Staff, @Param('id', { schema: Id }) id: string): Promise<StaffDisputeDetail> {
    return this.presenter.one(staff, await this.openClaim.run(staff, id));
  }

  @Post(':id/refusal')
  @HttpCode(204)
  async refuse(
    @CurrentStaff() staff: Staff,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: DeclineReportRequest }) { reason }: DeclineReportRequest,
  ): Promise<void> {
    await this.decline.run(staff, id, reason);
  }
}

/** As PostgreSQL writes it into JSON. */
function instant(at: string): string {
  return new Date(at).toISOString();
}
