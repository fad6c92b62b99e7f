import { PgBoss } from 'pg-boss';

import { APP_ROLE, type Tx } from '@app/database';

import type { DeliveredEvent } from './event.ts';

export const SCHEMA = 'pgboss';
const BATCH = 50;
/** However many workers there are. */
const TENDED_AT_MOST_EVERY_SECONDS = 10;

export interface QueueHandler {
  /** The queue's name, and the name under which its effects are recorded. */
  readonly name: string;
  handle(event: DeliveredEvent): Promise<void>;
}

/** pg-boss as Kontor uses it: jobs enqueued in the caller's transaction, worked by any number of workers. */
export class JobQueue {
  readonly #boss: PgBoss;

  constructor(url: string, log: (message: string) => void) {
    this.#boss = new PgBoss({
      connectionString: withRole(url),
      schema: SCHEMA,
      max: 3,
      application_name: 'kontor jobs',
      migrate: false,
      createSchema: false,
      supervise: false, // By `tend`, which only workers call.
      monitorIntervalSeconds: TENDED_AT_MOST_EVERY_SECONDS,
      reindex: false, // The app's role owns no index.
      schedule: false,
    });
    this.#boss.on('error', (error) => log(`jobs: ${error.message}`));
  }

  async start(): Promise<void> {
    await this.#boss.start();
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 5_000 });
  }

  /** Enqueues in the caller's transaction: rolled back with it, worked only once it has committed. */
  async send(tx: Tx, queue: string, job: DeliveredEvent): Promise<void> {
    const executeSql = async (sql: string, values?: unknown[]) => ({
      rows: (await tx.query(sql, values)) as unknown[],
    });
    await this.#boss.send(queue, job, { db: { executeSql } });
  }

  /** A job that has failed for good is tried once more. */
  async retry(queue: string, id: string): Promise<void> {
    await this.#boss.retry(queue, id);
  }

  /** Gives back to their queues the jobs of workers that died, and deletes what was done long ago. On the real clock. */
  async tend(): Promise<void> {
    await this.#boss.supervise();
  }

  /** Works the queue until `stop`, a job at a time so that one failure fails itself alone. */
  async work(handler: QueueHandler): Promise<void> {
    await this.#boss.work<DeliveredEvent>(handler.name, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([job]) => {
      if (job) await handler.handle(job.data);
    });
  }

  /** Works everything that waits, here and now, and throws what a handler throws. Stories use it instead of `work`. */
  async drain(handlers: readonly QueueHandler[]): Promise<number> {
    for (let worked = 0; ;) {
      const waiting = await this.#waiting();
      let inThisRound = 0;
      for (const handler of handlers.filter(({ name }) => waiting.has(name))) {
        const jobs = await this.#boss.fetch<DeliveredEvent>(handler.name, { batchSize: BATCH });
        inThisRound += await this.#workBatch(handler, jobs);
      }
      if (inThisRound === 0) return worked;
      worked += inThisRound;
    }
  }

  /** The queues with jobs, also with those that are to be tried again later: asking each of them takes longer. */
  async #waiting(): Promise<Set<string>> {
    const { rows } = await this.#boss
      .getDb()
      .executeSql(`select distinct name from ${SCHEMA}.job where state in ('created', 'retry')`);
    return new Set((rows as { name: string }[]).map(({ name }) => name));
  }

  /** One that fails gives itself and those after it back to the queue, to be tried again. */
  async #workBatch(handler: QueueHandler, jobs: readonly { id: string; data: DeliveredEvent }[]): Promise<number> {
    for (const [index, job] of jobs.entries()) {
      try {
        await handler.handle(job.data);
      } catch (error) {
        await this.#boss.fail(
          handler.name,
          jobs.slice(index).map(({ id }) => id),
        );
        throw error;
      }
      await this.#boss.complete(handler.name, job.id);
    }
    return jobs.length;
  }
}

export function withRole(url: string): string {
  const address = new URL(url);
  address.searchParams.set('options', `-c role=${APP_ROLE} -c timezone=UTC`);
  return address.toString();
}
