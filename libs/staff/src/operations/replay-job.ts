import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { FailedJobs } from '@app/delivery';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';

@Injectable()
export class ReplayJob {
  constructor(
    private readonly db: Database,
    private readonly jobs: FailedJobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The handler tries once more. Throws `NothingFound` when no such job has failed. */
  async run(actor: Staff, id: string): Promise<void> {
    const job = await this.jobs.find(id);
    if (job?.state !== 'failed') throw new NothingFound('failed job');
    await this.db.transaction((tx) => {
      const before = { queue: job.queue, event: job.event, eventId: job.eventId, tries: job.tries };
      const replayed = { actor, action: 'job.replayed', subject: { kind: 'job', id }, before };
      return this.audit.record(tx, replayed, this.clock.now());
    });
    await this.jobs.retry(job);
  }
}
