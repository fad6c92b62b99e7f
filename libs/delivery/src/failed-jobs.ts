import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { JobQueue, SCHEMA } from './job-queue.ts';

const AT_MOST = 200;

export interface FailedJob {
  readonly id: string;
  /** The handler that failed. */
  readonly queue: string;
  readonly eventId: string | null;
  readonly event: string | null;
  /** Of a webhook: Stripe's id of it. */
  readonly webhookId: string | null;
  readonly tries: number;
  /** `failed` for good, or to be tried again by itself. */
  readonly state: 'failed' | 'retry';
  readonly createdAt: Date;
  readonly failedAt: Date | null;
  /** What was thrown, cut short. */
  readonly failure: string | null;
}

/** Jobs whose handler threw, and that can be tried again. */
@Injectable()
export class FailedJobs {
  constructor(
    private readonly db: Database,
    private readonly jobs: JobQueue,
  ) {}

  /** The latest first. */
  list(): Promise<FailedJob[]> {
    return this.db.reader.query(
      `select id, name as queue, data->>'id' as "eventId", data->>'type' as event, data->'payload'->>'webhookId' as "webhookId",
              retry_count + 1 as tries, state::text as state, created_on as "createdAt", completed_on as "failedAt",
              left(coalesce(output->>'message', output->>'value', output::text), 500) as failure
         from ${SCHEMA}.job where state in ('failed', 'retry') order by created_on desc, id limit ${AT_MOST}`,
    );
  }

  /** Null: no such job has failed. */
  async find(id: string): Promise<FailedJob | null> {
    return (await this.list()).find((job) => job.id === id) ?? null;
  }

  /** Has it worked once more; whatever its handler had done already is not done again. */
  retry({ queue, id }: Pick<FailedJob, 'queue' | 'id'>): Promise<void> {
    return this.jobs.retry(queue, id);
  }
}
