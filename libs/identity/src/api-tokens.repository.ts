import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import type { Capability, Membership, TokenScope, User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';
import { SUSPENDED_FROM } from './sessions.repository.ts';

const USED_EVERY_MS = 60_000;
/** Of the end of a token, so that its owner can tell two of them apart. */
const HINT_LENGTH = 4;

export interface NewApiToken {
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly expiresAt: Date;
}

/** A token as its owner sees it: without anything that would open something. */
export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** Its last four characters. */
  readonly hint: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute; null: never. */
  readonly usedAt: Date | null;
}

interface Recognised {
  account_id: string;
  verified: boolean;
  scopes: TokenScope[];
  used_at: Date | null;
  suspended_from: Capability[];
  businesses: Membership[];
}

const SHOWN =
  'id, name, scopes, hint, created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt"' as const;

/** What programs show to act for a person. The tokens themselves are nowhere but with who made them. */
@Injectable()
export class ApiTokens {
  constructor(private readonly db: Database) {}

  /** Those that open something still, the newest first. */
  live(accountId: string, now: Date): Promise<ApiToken[]> {
    return this.db.reader.query(
      `select ${SHOWN} from api_token where account_id = $1 and revoked_at is null and expires_at > $2 order by id desc`,
      [accountId, now],
    );
  }

  async countLive(tx: Tx, accountId: string, now: Date): Promise<number> {
    const [live] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from api_token where account_id = $1 and revoked_at is null and expires_at > $2`,
      [accountId, now],
    );
    return live?.count ?? 0;
  }

  async add(tx: Tx, token: string, { accountId, name, scopes, expiresAt }: NewApiToken, now: Date): Promise<ApiToken> {
    const [added] = await tx.query<[ApiToken]>(
      `insert into api_token (id, account_id, name, scopes, token_hash, hint, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${SHOWN}`,
      [randomUUIDv7(), accountId, name, scopes, hashOf(token), token.slice(-HINT_LENGTH), now, expiresAt],
    );
    return added;
  }

  /** False: this person has no live token of this id. */
  async revoke(tx: Tx, accountId: string, id: string, now: Date): Promise<boolean> {
    const [revoked] = await tx.query<[unknown[], number]>(
      `update api_token set revoked_at = $3
        where id = $2 and account_id = $1 and revoked_at is null and expires_at > $3 returning id`,
      [accountId, id, now],
    );
    return revoked.length > 0;
  }

  /** Whoever acts by a token of this person acts no more. */
  async revokeAll(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query(`update api_token set revoked_at = $2 where account_id = $1 and revoked_at is null`, [
      accountId,
      now,
    ]);
  }

  /** For whom a program asks, in one query. Null: revoked, too old, unknown, or its person is suspended. */
  async recognise(token: string, now: Date): Promise<User | null> {
    const [found] = await this.db.reader.query<Recognised[]>(
      `select a.id as account_id, a.email_verified_at is not null as verified, t.scopes, t.used_at, ${SUSPENDED_FROM} as suspended_from,
              coalesce(json_agg(json_build_object('id', m.business_id, 'role', m.role) order by m.since, m.business_id)
                       filter (where m.business_id is not null), '[]') as businesses
         from api_token t join account a on a.id = t.account_id left join business_member m on m.account_id = a.id
         left join person_standing p on p.account_id = a.id
        where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2 and a.suspended_at is null
        group by t.id, a.id, p.account_id`,
      [hashOf(token), now],
    );
    if (!found) return null;
    if (now.getTime() - (found.used_at?.getTime() ?? 0) >= USED_EVERY_MS) await this.#used(token, now);
    const { account_id: userId, businesses, verified: emailVerified, scopes, suspended_from } = found;
    const suspendedFrom = suspended_from.length > 0 ? { suspendedFrom: suspended_from } : {};
    return { kind: 'user', userId, businesses, emailVerified, steppedUpAt: null, scopes, ...suspendedFrom };
  }

  /** At most once a minute, so that a busy program seldom writes. */
  async #used(token: string, now: Date): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query(`update api_token set used_at = $2 where token_hash = $1 and (used_at is null or used_at < $2)`, [
        hashOf(token),
        now,
      ]),
    );
  }
}
