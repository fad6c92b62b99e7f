import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import type { Capability, Membership, User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';

const LIFETIME_MS = 30 * 24 * 3_600_000;
const SEEN_EVERY_MS = 3_600_000;
const LONGEST_USER_AGENT = 200;
/** Of a `person_standing` by the name of `p`, or none. */
export const SUSPENDED_FROM = `array_remove(array[
  case when p.hiring_suspended_at is not null then 'hiring' end,
  case when p.assisting_suspended_at is not null then 'assisting' end], null)`;

export interface NewSession {
  readonly token: string;
  readonly accountId: string;
  /** As the browser names itself, to tell one's devices apart. */
  readonly userAgent: string | null;
  /** Whether a second factor was shown too. */
  readonly secondFactor: boolean;
}

interface Recognised {
  account_id: string;
  verified: boolean;
  seen_at: Date;
  stepped_up_at: Date | null;
  second_factor_at: Date | null;
  suspended_from: Capability[];
  impersonates: string | null;
  businesses: Membership[];
}

/** A live session, without anything that would open it. */
export interface LiveSession {
  readonly id: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly isThisOne: boolean;
}

/** Who is signed in where. The tokens themselves are in the browsers only. */
@Injectable()
export class Sessions {
  constructor(private readonly db: Database) {}

  /** For somebody who has just shown who they are. The instant at which it ends by itself. */
  async start(tx: Tx, { token, accountId, userAgent, secondFactor }: NewSession, now: Date): Promise<Date> {
    const expiresAt = new Date(now.getTime() + LIFETIME_MS);
    await tx.query(
      `insert into session (id, token_hash, account_id, user_agent, created_at, seen_at, stepped_up_at, second_factor_at, expires_at)
       values ($1, $2, $3, $4, $5, $5, $5, $6, $7)`,
      [
        randomUUIDv7(),
        hashOf(token),
        accountId,
        userAgent?.slice(0, LONGEST_USER_AGENT) ?? null,
        now,
        secondFactor ? now : null,
        expiresAt,
      ],
    );
    return expiresAt;
  }

  async end(tx: Tx, token: string, now: Date): Promise<void> {
    await tx.query(`update session set ended_at = $2 where token_hash = $1 and ended_at is null`, [hashOf(token), now]);
  }

  /** This person's, the one with this token first. */
  ofPerson(accountId: string, token: string, now: Date): Promise<LiveSession[]> {
    return this.db.reader.query(
      `select id, user_agent as "userAgent", created_at as "createdAt", seen_at as "seenAt",
              token_hash = $2 as "isThisOne"
         from session where account_id = $1 and ended_at is null and expires_at > $3
        order by token_hash = $2 desc, seen_at desc, id`,
      [accountId, hashOf(token), now],
    );
  }

  /** False: this person has no live session of this id. */
  async endOne(tx: Tx, accountId: string, id: string, now: Date): Promise<boolean> {
    const [ended] = await tx.query<[unknown[], number]>(
      `update session set ended_at = $3 where id = $2 and account_id = $1 and ended_at is null returning id`,
      [accountId, id, now],
    );
    return ended.length > 0;
  }

  /** All of this person's but the one with `except`. */
  async endAll(tx: Tx, accountId: string, now: Date, except?: string): Promise<void> {
    await tx.query(
      `update session set ended_at = $2 where account_id = $1 and ended_at is null and token_hash is distinct from $3`,
      [accountId, now, except === undefined ? null : hashOf(except)],
    );
  }

  /** The same session under another token: copies of the old one open nothing. When it ends, or null: it has ended. */
  async rotate(tx: Tx, token: string, next: string, now: Date): Promise<Date | null> {
    const [rotated] = await tx.query<[{ expires_at: Date }[], number]>(
      `update session set token_hash = $2, seen_at = $3
        where token_hash = $1 and ended_at is null and expires_at > $3 returning expires_at`,
      [hashOf(token), hashOf(next), now],
    );
    return rotated[0]?.expires_at ?? null;
  }

  /** As `rotate`, after its person has shown once more who they are, with a second factor or with the password. */
  async stepUp(
    tx: Tx,
    { token, next, accountId }: { token: string; next: string; accountId: string },
    shown: 'password' | 'second_factor',
    now: Date,
  ): Promise<Date | null> {
    const [rotated] = await tx.query<[{ expires_at: Date }[], number]>(
      `update session set token_hash = $2, seen_at = $3, stepped_up_at = $3,
              second_factor_at = case when $5 then $3 else second_factor_at end
        where token_hash = $1 and account_id = $4 and ended_at is null and expires_at > $3 returning expires_at`,
      [hashOf(token), hashOf(next), now, accountId, shown === 'second_factor'],
    );
    return rotated[0]?.expires_at ?? null;
  }

  /** Whose session this is, in one query. Null: ended, too old, unknown, or its person is suspended. */
  async recognise(token: string, now: Date): Promise<User | null> {
    const [session] = await this.db.reader.query<Recognised[]>(
      `select a.id as account_id, a.email_verified_at is not null as verified, s.seen_at,
              s.stepped_up_at, s.second_factor_at, ${SUSPENDED_FROM} as suspended_from,
              (select i.account_id from impersonation i where i.session_id = s.id and i.ended_at is null and i.ends_at > $2)
                as impersonates,
              coalesce(json_agg(json_build_object('id', m.business_id, 'role', m.role) order by m.since, m.business_id)
                       filter (where m.business_id is not null), '[]') as businesses
         from session s join account a on a.id = s.account_id left join business_member m on m.account_id = a.id
         left join person_standing p on p.account_id = a.id
        where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and a.suspended_at is null
        group by s.token_hash, a.id, p.account_id`,
      [hashOf(token), now],
    );
    if (!session) return null;
    if (now.getTime() - session.seen_at.getTime() >= SEEN_EVERY_MS) await this.#seen(token, now);
    const { account_id: userId, businesses, verified: emailVerified } = session;
    const { stepped_up_at: steppedUpAt, second_factor_at: secondFactorAt, suspended_from, impersonates } = session;
    return {
      ...{ kind: 'user', userId, businesses, emailVerified, steppedUpAt, secondFactorAt },
      ...(suspended_from.length > 0 ? { suspendedFrom: suspended_from } : {}),
      ...(impersonates === null ? {} : { impersonates }),
    };
  }

  /** At most once an hour, so that reading a page seldom writes. */
  async #seen(token: string, now: Date): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query(`update session set seen_at = $2 where token_hash = $1 and seen_at < $2`, [hashOf(token), now]),
    );
  }
}
