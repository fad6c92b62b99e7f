import { APP_ROLE } from '@app/database';
import { Client } from 'pg';
import { PgBoss } from 'pg-boss';

import { SCHEMA } from './job-queue.ts';

export interface Subscription {
  readonly event: string;
  /** The handler, and the queue it works. */
  readonly handler: string;
}

const RETRIES = 5;

/**
 * Makes pg-boss's schema, every queue and every subscription, as the database's owner. Part of the migration step:
 * an event told before a worker's first start would otherwise be lost.
 */
export async function prepareDelivery(ownerUrl: string, subscriptions: readonly Subscription[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, max: 1, supervise: false, schedule: false });
  await boss.start();
  try {
    for (const { event, handler } of subscriptions) {
      await boss.createQueue(handler, { retryLimit: RETRIES, retryBackoff: true });
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
