import type { Database } from './database.ts';

/** What can fall due. `subject` is the id of the object it falls due for. */
export type DueKind =
  | 'charge.settles'
  | 'balance.becomes_available'
  | 'payouts.run'
  | 'payout.leaves'
  | 'payout.arrives'
  | 'checkout.expires'
  | 'refund.is_tried'
  | 'refund.succeeds'
  | 'refund.fails'
  | 'topup.succeeds'
  | 'dispute.is_decided'
  | 'dispute.opens';

export interface Due {
  readonly id: number;
  readonly at: number;
  readonly kind: DueKind;
  readonly subject: string;
}

/** What will happen by itself, each at its own instant (milliseconds) on the emulator's clock. */
export class DueList {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** One of a kind for a subject: a later call moves it. */
  put(at: Date, kind: DueKind, subject: string): void {
    this.db.run('insert or replace into due (at, kind, subject) values (?, ?, ?)', at.getTime(), kind, subject);
  }

  has(kind: DueKind, subject: string): boolean {
    return this.db.one('select 1 from due where kind = ? and subject = ?', kind, subject) !== undefined;
  }

  drop(kind: DueKind, subject: string): void {
    this.db.run('delete from due where kind = ? and subject = ?', kind, subject);
  }

  next(): Due | null {
    return this.db.one<Due>('select id, at, kind, subject from due order by at, id limit 1') ?? null;
  }

  remove(due: Due): void {
    this.db.run('delete from due where id = ?', due.id);
  }
}
