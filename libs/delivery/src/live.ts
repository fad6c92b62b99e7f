import { assertOutsideTransaction, Database } from '@app/database';
import { Injectable } from '@nestjs/common';

export const LIVE_CHANNEL = 'kontor_live';

/** That something changed for these people, and in which feature: never what it is now. Whoever hears it asks again. */
export interface LiveSignal {
  /** Account ids. */
  readonly accounts: readonly string[];
  /** Features, by the names of their libs. */
  readonly topics: readonly string[];
}

/** A notification is at most 8,000 bytes, and an id 39 of them in JSON. */
const ACCOUNTS_A_NOTIFICATION = 150;

/**
 * Tells every api process what changed, so that screens need not ask. It may be lost, and then a screen is a minute
 * late: nothing rests on it.
 */
@Injectable()
export class Live {
  constructor(private readonly db: Database) {}

  /** After the commit and never in the transaction: NOTIFY takes a lock that is one for the whole database. */
  async tell({ accounts, topics }: LiveSignal): Promise<void> {
    assertOutsideTransaction('a live signal');
    const payloads = chunked([...new Set(accounts)]).map((some) => JSON.stringify({ accounts: some, topics }));
    if (payloads.length === 0) return;
    await this.db.reader.query(`select pg_notify($1, payload) from unnest($2::text[]) payload`, [
      LIVE_CHANNEL,
      payloads,
    ]);
  }
}

function chunked(accounts: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let start = 0; start < accounts.length; start += ACCOUNTS_A_NOTIFICATION) {
    chunks.push(accounts.slice(start, start + ACCOUNTS_A_NOTIFICATION));
  }
  return chunks;
}
