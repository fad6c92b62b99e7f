import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';

const MOST_A_PERSON = 20;

/** Browsers in which somebody has signed in before. Knowing one opens nothing: it only has tries of its own. */
@Injectable()
export class KnownBrowsers {
  constructor(private readonly db: Database) {}

  /** Whether this person has signed in there. */
  async knows(accountId: string, token: string): Promise<boolean> {
    const found = await this.db.reader.query<unknown[]>(
      `select from known_browser where token_hash = $1 and account_id = $2`,
      [hashOf(token), accountId],
    );
    return found.length > 0;
  }

  /** Keeps the latest twenty. */
  async remember(tx: Tx, accountId: string, token: string, now: Date): Promise<void> {
    await tx.query(
      `insert into known_browser (token_hash, account_id, seen_at) values ($1, $2, $3)
       on conflict (token_hash, account_id) do update set seen_at = excluded.seen_at`,
      [hashOf(token), accountId, now],
    );
    await tx.query(
      `delete from known_browser where account_id = $1 and token_hash in (
         select token_hash from known_browser where account_id = $1 order by seen_at desc offset ${MOST_A_PERSON})`,
      [accountId],
    );
  }

  async forgetAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query(`delete from known_browser where account_id = $1`, [accountId]);
  }
}
