import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { hashOf } from './secret-token.ts';

const HOUR_MS = 3_600_000;
const LIFETIME_MS = {
  verify_email: 24 * HOUR_MS,
  reset_password: HOUR_MS,
  change_email: 24 * HOUR_MS,
  take_back_email: 72 * HOUR_MS,
};

export type MailPurpose = keyof typeof LIFETIME_MS;

/** Single-use tokens that go out by mail; only their hashes stay. */
@Injectable()
export class MailTokens {
  constructor(private readonly db: Database) {}

  /** How many were made for this account within the last hour. */
  async madeLately(db: EntityManager, accountId: string, purpose: MailPurpose, now: Date): Promise<number> {
    const [made] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from mail_token where account_id = $1 and purpose = $2 and created_at > $3`,
      [accountId, purpose, new Date(now.getTime() - HOUR_MS)],
    );
    return made?.count ?? 0;
  }

  async keep(
    tx: Tx,
    token: string,
    accountId: string,
    purpose: MailPurpose,
    now: Date,
    emailChangeId: string | null = null,
  ): Promise<void> {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS[purpose]);
    await tx.query(
      `insert into mail_token (token_hash, account_id, purpose, created_at, expires_at, email_change_id)
       values ($1, $2, $3, $4, $5, $6)`,
      [hashOf(token), accountId, purpose, now, expiresAt, emailChangeId],
    );
  }

  /** Whose it is if it could be used now, else null: asked before work that is not to be done for a made-up token. */
  async holder(token: string, purpose: MailPurpose, now: Date): Promise<string | null> {
    const [found] = await this.db.reader.query<{ account_id: string }[]>(
      `select account_id from mail_token where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3`,
      [hashOf(token), purpose, now],
    );
    return found?.account_id ?? null;
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

  /** As `use`, for a change of address: which one it is too. */
  async useForEmail(
    tx: Tx,
    token: string,
    purpose: 'change_email' | 'take_back_email',
    now: Date,
  ): Promise<{ accountId: string; emailChangeId: string } | null> {
    const [used] = await tx.query<[{ accountId: string; emailChangeId: string }[], number]>(
      `update mail_token set used_at = $3
        where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
       returning account_id as "accountId", email_change_id as "emailChangeId"`,
      [hashOf(token), purpose, now],
    );
    return used[0] ?? null;
  }

  /** None of this account's links of these kinds works any more. */
  async withdraw(tx: Tx, accountId: string, purposes: readonly MailPurpose[], now: Date): Promise<void> {
    await tx.query(
      `update mail_token set used_at = $3 where account_id = $1 and purpose = any($2) and used_at is null`,
      [accountId, purposes, now],
    );
  }
}
