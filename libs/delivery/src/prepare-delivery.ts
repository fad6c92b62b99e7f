import { APP_ROLE } from '@app/database';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';

import { SCHEMA } from './job-queue.ts';

export interface Subscription {
  readonly event: string;
  /** The handler, and the queue it works. */
  readonly handler: string;
}

const DAY_SECONDS = 86_400;

const QUEUE = {
  retryLimit: 5,
  retryBackoff: true,
  /** A worker that gives no sign of life for so long has died: what it had taken is given to another. */
  heartbeatSeconds: 30,
  /** What nobody has come to work is not forgotten; what is done, or has failed for good, can be looked up for a while. */
  retentionSeconds: 365 * DAY_SECONDS,
  deleteAfterSeconds: 30 * DAY_SECONDS,
};

/**
 * Makes pg-boss's schema, every queue and every subscription, as the database's owner. Part of the migration step:
 * an event told before a worker's first start would otherwise be lost.
 */
export async function prepareDelivery(ownerUrl: string, subscriptions: readonly Subscription[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, max: 1, supervise: false, schedule: false });
  await boss.start();
  try {
    for (const { event, handler } of subscriptions) {
      await boss.createQueue(handler, QUEUE);
      await boss.updateQueue(handler, QUEUE); // One that is there already keeps what it was made with.
      await boss.subscribe(event, handler);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grantToApp(ownerUrl);
}

async function grantToApp(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema ${SCHEMA} to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE};
      grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE};
      grant execute on all functions in schema ${SCHEMA} to ${APP_ROLE};`);
  } finally {
    await client.end();
  }
}
