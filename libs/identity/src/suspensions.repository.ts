import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { SuspensionNotFound } from './identity.errors.ts';
import { hashOf } from './secret-token.ts';
import type { Suspended, Suspension } from './suspension.ts';

const COLUMNS = `id, account_id as "accountId", business_id as "businessId", scopes, reason_code as "reasonCode", explanation,
  placed_by as "placedBy", placed_at as "placedAt", until, ended_at as "endedAt", ended_by as "endedBy", appeal,
  appealed_at as "appealedAt", appeal_upheld as "appealUpheld", appeal_decided_by as "appealDecidedBy",
  appeal_decided_at as "appealDecidedAt"`;

@Injectable()
export class Suspensions {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  of({ kind, id }: Suspended): Promise<Suspension[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from suspension where $1 = case when $2 = 'account' then account_id else business_id end
        order by placed_at desc, id desc`,
      [id, kind],
    );
  }

  /** Of the person, and of the businesses that they own: what concerns them. The latest first. */
  concerning(accountId: string): Promise<Suspension[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from suspension
        where account_id = $1
           or business_id in (select business_id from business_member where account_id = $1 and role = 'owner')
        order by placed_at desc, id desc`,
      [accountId],
    );
  }

  /** The oldest first. */
  awaitingDecision(): Promise<Suspension[]> {
    return this.db.reader.query(
      `select ${COLUMNS} from suspension where appealed_at is not null and appeal_decided_at is null order by appealed_at, id`,
    );
  }

  /** Throws `SuspensionNotFound`. */
  async find(id: string): Promise<Suspension> {
    const [found] = await this.db.reader.query<Suspension[]>(`select ${COLUMNS} from suspension where id = $1`, [id]);
    if (!found) throw new SuspensionNotFound();
    return found;
  }

  /** The same, its row locked. Throws `SuspensionNotFound`. */
  async lock(tx: Tx, id: string): Promise<Suspension> {
    const [found] = await tx.query<Suspension[]>(`select ${COLUMNS} from suspension where id = $1 for no key update`, [
      id,
    ]);
    if (!found) throw new SuspensionNotFound();
    return found;
  }

  /** Whose mail held this link, locked; null: unknown. */
  async lockByToken(tx: Tx, token: string): Promise<Suspension | null> {
    const [found] = await tx.query<Suspension[]>(
      `select ${COLUMNS} from suspension where appeal_token_hash = $1 for no key update`,
      [hashOf(token)],
    );
    return found ?? null;
  }

  /** All that hold now, of one person or business. */
  live(tx: Tx, { kind, id }: Suspended, now: Date): Promise<Suspension[]> {
    return tx.query(
      `select ${COLUMNS} from suspension
        where $1 = case when $2 = 'account' then account_id else business_id end
          and ended_at is null and (until is null or until > $3) order by placed_at, id`,
      [id, kind, now],
    );
  }

  async add(tx: Tx, suspension: Suspension): Promise<void> {
    const { id, accountId, businessId, scopes, reasonCode, explanation, placedBy, placedAt, until } = suspension;
    await tx.query(
      `insert into suspension (id, account_id, business_id, scopes, reason_code, explanation, placed_by, placed_at, until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, accountId, businessId, scopes, reasonCode, explanation, placedBy, placedAt, until],
    );
  }

  async end(tx: Tx, id: string, by: string | null, now: Date): Promise<void> {
    await tx.query(`update suspension set ended_at = $3, ended_by = $2 where id = $1 and ended_at is null`, [
      id,
      by,
      now,
    ]);
  }

  async keepAppealToken(tx: Tx, id: string, token: string): Promise<void> {
    await tx.query(`update suspension set appeal_token_hash = $2 where id = $1`, [id, hashOf(token)]);
  }

  async appeal(tx: Tx, id: string, text: string, now: Date): Promise<void> {
    await tx.query(`update suspension set appeal = $2, appealed_at = $3 where id = $1`, [id, text, now]);
  }

  async decideAppeal(tx: Tx, id: string, decision: { upheld: boolean; by: string }, now: Date): Promise<void> {
    await tx.query(
      `update suspension set appeal_upheld = $2, appeal_decided_by = $3, appeal_decided_at = $4 where id = $1`,
      [id, decision.upheld, decision.by, now],
    );
  }

  /** Those that have run out and were not ended yet, the first of them locked. */
  async lockRunOut(tx: Tx, now: Date): Promise<Suspension | null> {
    const [found] = await tx.query<Suspension[]>(
      `select ${COLUMNS} from suspension where ended_at is null and until <= $1
        order by until, id limit 1 for no key update skip locked`,
      [now],
    );
    return found ?? null;
  }

  async nextToRunOut(): Promise<Date | null> {
    const [next] = await this.db.reader.query<{ at: Date | null }[]>(
      `select min(until) as at from suspension where ended_at is null and until is not null`,
    );
    return next?.at ?? null;
  }
}
