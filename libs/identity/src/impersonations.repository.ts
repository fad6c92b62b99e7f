import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import type { Membership, User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { hashOf } from './secret-token.ts';

export const IMPERSONATION_MINUTES = 30;

export interface Impersonation {
  readonly id: string;
  readonly staffId: string;
  readonly accountId: string;
  readonly reason: string;
  readonly startedAt: Date;
  readonly endsAt: Date;
  /** Before its time; null: not. */
  readonly endedAt: Date | null;
}

const COLUMNS = `id, staff_id as "staffId", account_id as "accountId", reason, started_at as "startedAt", ends_at as "endsAt",
  ended_at as "endedAt"`;

/** Who of the staff looked at what somebody sees, and when. */
@Injectable()
export class Impersonations {
  constructor(private readonly db: Database) {}

  /** In the session of this token, whose other one ends. Null: the session has ended. */
  async begin(
    tx: Tx,
    { session, staffId, accountId, reason }: { session: string; staffId: string; accountId: string; reason: string },
    now: Date,
  ): Promise<Impersonation | null> {
    await this.end(tx, session, now);
    const [begun] = await tx.query<Impersonation[]>(
      `insert into impersonation (id, staff_id, session_id, account_id, reason, started_at, ends_at)
       select $1, $2, s.id, $3, $4, $5, $6 from session s
        where s.token_hash = $7 and s.account_id = $2 and s.ended_at is null returning ${COLUMNS}`,
      [
        randomUUIDv7(),
        staffId,
        accountId,
        reason,
        now,
        new Date(now.getTime() + IMPERSONATION_MINUTES * 60_000),
        hashOf(session),
      ],
    );
    return begun ?? null;
  }

  /** The one of this session, or null: there is none any more. */
  async end(tx: Tx, session: string, now: Date): Promise<Impersonation | null> {
    const [ended] = await tx.query<[Impersonation[], number]>(
      `update impersonation set ended_at = least(ends_at, $2)
        where ended_at is null and session_id = (select id from session where token_hash = $1) returning ${COLUMNS}`,
      [hashOf(session), now],
    );
    return ended[0] ?? null;
  }

  async find(id: string): Promise<Impersonation | null> {
    const [found] = await this.db.reader.query<Impersonation[]>(`select ${COLUMNS} from impersonation where id = $1`, [
      id,
    ]);
    return found ?? null;
  }

  /** Who has looked through this person's eyes, the latest first. */
  ofPerson(accountId: string): Promise<Impersonation[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from impersonation where account_id = $1 order by started_at desc, id desc limit 100`,
      [accountId],
    );
  }

  /** What the member of staff is let see: the person as they would be, were they signed in. Null: there is none. */
  async asPerson(accountId: string, staffId: string): Promise<User | null> {
    const [person] = await this.db.reader.query<{ verified: boolean; businesses: Membership[] }[]>(
      `select a.email_verified_at is not null as verified,
              coalesce(json_agg(json_build_object('id', m.business_id, 'role', m.role) order by m.since, m.business_id)
                       filter (where m.business_id is not null), '[]') as businesses
         from account a left join business_member m on m.account_id = a.id where a.id = $1 group by a.id`,
      [accountId],
    );
    if (!person) return null;
    const { verified: emailVerified, businesses } = person;
    return { kind: 'user', userId: accountId, businesses, emailVerified, steppedUpAt: null, impersonatedBy: staffId };
  }
}
