import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { hashOf } from './secret-token.ts';

const LIFETIME_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;

export type MailPurpose = 'verify_email';

/** Single-use tokens that go out by mail; only their hashes stay. */
@Injectable()
export class MailTokens {
  /** How many were made for this account within the last hour. */
  async madeLately(db: EntityManager, accountId: string, purpose: MailPurpose, now: Date): Promise<number> {
    const [made] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from mail_token where account_id = $1 and purpose = $2 and created_at > $3`,
      [accountId, purpose, new Date(now.getTime() - HOUR_MS)],
    );
    return made?.count ?? 0;
  }

  async keep(tx: Tx, token: string, accountId: string, purpose: MailPurpose, now: Date): Promise<void> {
    await tx.query(
      `insert into mail_token (token_hash, account_id, purpose, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
      [hashOf(token), accountId, purpose, now, new Date(now.getTime() + LIFETIME_MS)],
    );
  }

  /** Whose it is, or null when it is unknown, used or too old. Of parallel uses one gets it: the row's lock decides. */
  async use(tx: Tx, token: string, purpose: MailPurpose, now: Date): Promise<string | null> {
    const [used] = await tx.query<[{ account_id: string }[], number]>(
      `update mail_token set used_at = $3
        where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3 returning account_id`,
      [hashOf(token), purpose, now],
    );
    return used[0]?.account_id ?? null;
  }
}
