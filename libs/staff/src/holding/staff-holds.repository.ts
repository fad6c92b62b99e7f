import { Database, type Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

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

@Injectable()
export class StaffHolds {
  constructor(private readonly db: Database) {}

  /** Those that hold now, the first to end first. */
  live(now: Date): Promise<StaffHold[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from staff_hold where released_at is null and until > $1 order by until, id`,
      [now],
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
