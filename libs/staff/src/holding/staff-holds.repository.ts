import { Database, type Tx } from '@app/database';
import { Money, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { Sides } from '../not-a-party.ts';
import { NothingFound } from '../staff.errors.ts';

export type HoldSubjectKind = 'earning' | 'invoice' | 'payout';

/** `payout`: the id of one earning, and whatever would go to the assistant in the same transfer. */
export interface HoldSubject {
  readonly kind: HoldSubjectKind;
  readonly id: string;
}

export interface StaffHold {
  readonly id: string;
  readonly subjectKind: HoldSubjectKind;
  readonly subjectId: string;
  readonly reasonCode: string;
  readonly placedBy: string;
  readonly placedAt: Date;
  readonly until: Date;
  /** Who looks at it again; null: whoever comes. */
  readonly reviewerId: string | null;
  readonly renewedBy: string | null;
  readonly renewedAt: Date | null;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
}

/** As one member of staff sees it. */
export interface ListedHold extends StaffHold {
  /** It holds money of their own, or of a business that they act for. */
  readonly isParty: boolean;
}

/** What is there to be held. */
export interface Holdable {
  readonly earningId: string;
  readonly clientId: string;
  readonly assistantId: string;
  readonly amount: Money;
}

const COLUMNS = `id, subject_kind as "subjectKind", subject_id as "subjectId", reason_code as "reasonCode",
  placed_by as "placedBy", placed_at as "placedAt", until, reviewer_id as "reviewerId", renewed_by as "renewedBy",
  renewed_at as "renewedAt", released_by as "releasedBy", released_at as "releasedAt"`;

/** The earnings `e` that the hold `s` keeps back now. */
const HELD = `select from earning_hold h join earning e on e.id = h.earning_id
               where h.cause_kind = 'staff' and h.cause_id = s.id and h.released_at is null`;

@Injectable()
export class StaffHolds {
  constructor(private readonly db: Database) {}

  /** Those that hold now, the first to end first; `assistantId`: those that hold money of theirs. */
  live({ userId }: Staff, now: Date, assistantId: string | null = null): Promise<ListedHold[]> {
    return this.db.reader.query(
      `select ${COLUMNS},
              exists (${HELD} and (e.assistant_id = $2 or exists (
                select from business_member m where m.account_id = $2 and m.business_id = e.client_id))) as "isParty"
         from staff_hold s
        where released_at is null and until > $1 and ($3::uuid is null or exists (${HELD} and e.assistant_id = $3))
        order by until, id`,
      [now, userId, assistantId],
    );
  }

  /** Throws `NothingFound`. */
  async lock(tx: Tx, id: string): Promise<StaffHold> {
    const [hold] = await tx.query<StaffHold[]>(`select ${COLUMNS} from staff_hold where id = $1 for no key update`, [
      id,
    ]);
    if (!hold) throw new NothingFound('hold');
    return hold;
  }

  async add(tx: Tx, hold: StaffHold): Promise<void> {
    const { id, subjectKind, subjectId, reasonCode, placedBy, placedAt, until, reviewerId } = hold;
    await tx.query(
      `insert into staff_hold (id, subject_kind, subject_id, reason_code, placed_by, placed_at, until, reviewer_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, subjectKind, subjectId, reasonCode, placedBy, placedAt, until, reviewerId],
    );
  }

  async renew(tx: Tx, id: string, by: string, until: Date, now: Date): Promise<void> {
    await tx.query(`update staff_hold set renewed_by = $2, renewed_at = $4, until = $3 where id = $1`, [
      id,
      by,
      until,
      now,
    ]);
  }

  async release(tx: Tx, id: string, by: string, now: Date): Promise<void> {
    await tx.query(`update staff_hold set released_by = $2, released_at = $3 where id = $1`, [id, by, now]);
  }

  /** The earnings that the subject means and that are not on their way yet. */
  async holdable(tx: Tx, { kind, id }: HoldSubject): Promise<Holdable[]> {
    const rows = await tx.query<(Omit<Holdable, 'amount'> & { cents: string })[]>(
      `select e.id as "earningId", e.client_id as "clientId", e.assistant_id as "assistantId", e.amount_cents as cents
         from earning e
        where e.state in ('held', 'due', 'blocked')
          and case $1 when 'earning' then e.id = $2 when 'invoice' then e.invoice_id = $2
              else exists (select from earning one
                            where one.id = $2 and e.assistant_id = one.assistant_id and e.invoice_id = one.invoice_id
                              and e.releases_at is not distinct from one.releases_at) end
        order by e.id`,
      [kind, id],
    );
    return rows.map(({ cents, ...row }) => ({ ...row, amount: Money.usd(Number(cents)) }));
  }

  /** Whose money this hold keeps back now. */
  async sides(tx: Tx, id: string): Promise<Required<Sides>> {
    const rows = await tx.query<Pick<Holdable, 'assistantId' | 'clientId'>[]>(
      `select e.assistant_id as "assistantId", e.client_id as "clientId"
         from earning_hold h join earning e on e.id = h.earning_id
        where h.cause_kind = 'staff' and h.cause_id = $1 and h.released_at is null`,
      [id],
    );
    return { accountIds: rows.map((row) => row.assistantId), businessIds: rows.map((row) => row.clientId) };
  }

  /** The earnings that this hold keeps back now. */
  async heldBy(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select earning_id as id from earning_hold
        where cause_kind = 'staff' and cause_id = $1 and released_at is null order by earning_id`,
      [id],
    );
    return rows.map((row) => row.id);
  }
}
