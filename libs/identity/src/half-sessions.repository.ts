import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';

const LIFETIME_MS = 10 * 60_000;

/** Sign-ins that wait for the second factor. Each becomes one session at most; only hashes of their tokens stay. */
@Injectable()
export class HalfSessions {
  constructor(private readonly db: Database) {}

  /** The instant at which it is worth nothing any more. */
  async start(tx: Tx, token: string, accountId: string, now: Date): Promise<Date> {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    await tx.query(
      `insert into half_session (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)`,
      [hashOf(token), accountId, now, expiresAt],
    );
    return expiresAt;
  }

  /** Whose it is; null when it is unknown, used or too old. */
  async find(token: string, now: Date): Promise<string | null> {
    const [live] = await this.db.reader.query<{ account_id: string }[]>(
      `select account_id from half_session where token_hash = $1 and used_at is null and expires_at > $2`,
      [hashOf(token), now],
    );
    return live?.account_id ?? null;
  }

  /** As `find`, and it is used. Of parallel uses one gets it: the row's lock decides. */
  async use(tx: Tx, token: string, now: Date): Promise<string | null> {
    const [used] = await tx.query<[{ account_id: string }[], number]>(
      `update half_session set used_at = $2
        where token_hash = $1 and used_at is null and expires_at > $2 returning account_id`,
      [hashOf(token), now],
    );
    return used[0]?.account_id ?? null;
  }

  /** What an old password has begun is not finished. */
  async endAll(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update half_session set used_at = $2 where account_id = $1 and used_at is null`, [accountId, now]);
  }
}
