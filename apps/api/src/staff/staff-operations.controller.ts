import type { Staff } from '@app/kernel';
import { ReplayJob, ReplayWebhook, ViewOperations } from '@app/staff';
import { FailedJobList, ReconciliationList, SweepList, WebhookList } from '@app/wire/staff';
import { Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import { z } from 'zod';

import { CurrentStaff, StaffOnly } from '../auth/staff-only.ts';
import { onWire } from './on-wire.ts';

const JobId = z.uuid();
const WebhookId = z.string().regex(/^[\w-]{3,100}$/, 'must be an id of a webhook');

@StaffOnly()
@Controller('staff')
export class StaffOperationsController {
  constructor(
    private readonly operations: ViewOperations,
    private readonly replayJob: ReplayJob,
    private readonly replayWebhook: ReplayWebhook,
  ) {}

  @Get('jobs')
  @SerializeOptions({ schema: FailedJobList })
  async jobs(): Promise<FailedJobList> {
    const failed = onWire(await this.operations.failedJobs());
    return failed.map((job) => ({ ...job, can: { replay: job.state === 'failed' } }));
  }

  @Post('jobs/:id/replays')
  @HttpCode(204)
  async workAgain(@CurrentStaff() staff: Staff, @Param('id', { schema: JobId }) id: string): Promise<void> {
    await this.replayJob.run(staff, id);
  }

  @Get('webhooks')
  @SerializeOptions({ schema: WebhookList })
  async webhooks(): Promise<WebhookList> {
    return onWire(await this.operations.webhooks());
  }

  @Post('webhooks/:webhook/replays')
  @HttpCode(204)
  async receiveAgain(@CurrentStaff() staff: Staff, @Param('webhook', { schema: WebhookId }) id: string): Promise<void> {
    await this.replayWebhook.run(staff, id);
  }

  @Get('sweeps')
  @SerializeOptions({ schema: SweepList })
  async sweeps(): Promise<SweepList> {
    return onWire(await this.operations.sweeps());
  }

  @Get('reconciliations')
  @SerializeOptions({ schema: ReconciliationList })
  async reconciliations(): Promise<ReconciliationList> {
    return onWire(await this.operations.reconciliations());
  }
}
