import {
  DisputableTime,
  LateReports,
  lateUntil,
  PreviewDispute,
  ReportLate,
  type ReportOfWeek,
  speaksForClient,
  whyNotDisputable,
} from '@app/disputes';
import { Clock, type User } from '@app/kernel';
import { DisputableView, DisputePreview, LateReportRequest, PreviewDisputeRequest } from '@app/wire/disputes';
import { Body, Controller, Get, HttpCode, Param, Post, Res, SerializeOptions } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

import { CurrentActor } from '../auth/current-actor.ts';
import { IdempotencyKey, presentRepeatable } from '../http/idempotency-key.ts';
import { presentWorth } from './worth.presenter.ts';

const Id = z.uuid();

/** What of a week can still be asked about and disputed, and reported once that is over. */
@Controller('weeks/:id')
export class DisputableWeeksController {
  constructor(
    private readonly time: DisputableTime,
    private readonly reports: LateReports,
    private readonly reportLate: ReportLate,
    private readonly previewDispute: PreviewDispute,
    private readonly clock: Clock,
  ) {}

  @Get('disputable')
  @SerializeOptions({ schema: DisputableView })
  async show(@CurrentActor() actor: User, @Param('id', { schema: Id }) id: string): Promise<DisputableView> {
    const now = this.clock.now();
    const week = await this.time.week(actor, id);
    const until = lateUntil(week, now);
    const entries = await this.time.entries(id, until !== null);
    const isLeft = entries.some(({ leftSeconds }) => leftSeconds > 0);
    const reviews = speaksForClient(actor, week);
    const whyNot = whyNotDisputable(week, now);
    const open = reviews && whyNot === null;
    const isClient = actor.businesses.some((business) => business.id === week.clientId);
    const report = isClient ? await this.reports.ofWeek(id) : null;
    const isReported = report !== null && report.answeredAt === null;
    return {
      weekId: id,
      until: week.reviewEndsAt?.toISOString() ?? null,
      whyNot: whyNot ?? (reviews ? null : 'not_yours'),
      entries: entries.map(({ entryId, start, end, note, seconds, leftSeconds }) => ({
        ...{ entryId, note, seconds, start: start.toISOString(), end: end.toISOString() },
        disputableSeconds: leftSeconds,
      })),
      reportUntil: until?.toISOString() ?? null,
      report: report && presentReport(report),
      can: {
        ask: open,
        dispute: open && isLeft,
        report: reviews && isLeft && !isReported && until !== null && now < until,
      },
    };
  }

  /** The money of a dispute, and nothing is disputed. */
  @Post('dispute-preview')
  @HttpCode(200)
  @SerializeOptions({ schema: DisputePreview })
  async preview(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PreviewDisputeRequest }) { lines }: PreviewDisputeRequest,
  ): Promise<DisputePreview> {
    const { part, rest } = await this.previewDispute.run(actor, id, lines);
    return { disputed: presentWorth(part), rest: presentWorth(rest) };
  }

  /** Staff look at it; what it says of the week then is answered. */
  @Post('late-reports')
  @SerializeOptions({ schema: DisputableView })
  async report(
    @CurrentActor() actor: User,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: LateReportRequest }) body: LateReportRequest,
    @IdempotencyKey() key: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DisputableView> {
    presentRepeatable(reply, await this.reportLate.run(actor, id, body, key));
    return this.show(actor, id);
  }
}

function presentReport({ reportedAt, answeredAt, disputeId, refusal }: ReportOfWeek): DisputableView['report'] {
  return {
    ...{ disputeId, refusal },
    reportedAt: reportedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  };
}
