import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

export interface Erasure {
  readonly id: string;
  readonly accountId: string;
  readonly requestedAt: Date;
  readonly erasesAt: Date;
  /** When something stood in the way last: it is tried again. */
  readonly postponedAt: Date | null;
}

const COLUMNS = `id, account_id as "accountId", requested_at as "requestedAt", erases_at as "erasesAt", postponed_at as "postponedAt"`;
const OPEN = 'withdrawn_at is null and erased_at is null';

@Injectable()
export class Erasures {
  constructor(private readonly db: Database) {}

  /** The one that waits for its day. */
  async open(accountId: string): Promise<Erasure | null> {
    const [found] = await this.db.reader.query<Erasure[]>(
      `select ${COLUMNS} from account_erasure where account_id = $1 and ${OPEN}`,
      [accountId],
    );
    return found ?? null;
  }

  async find(id: string): Promise<Erasure | null> {
    const [found] = await this.db.reader.query<Erasure[]>(`select ${COLUMNS} from account_erasure where id = $1`, [id]);
    return found ?? null;
  }

  /** False: there is one already. */
  async add(tx: Tx, { id, accountId, requestedAt, erasesAt }: Omit<Erasure, 'postponedAt'>): Promise<boolean> {
    const added = await tx.query<unknown[]>(
      `insert into account_erasure (id, account_id, requested_at, erases_at) values ($1, $2, $3, $4)
       on conflict (account_id) where ${OPEN} do nothing returning id`,
      [id, accountId, requestedAt, erasesAt],
    );
    return added.length > 0;
  }

  /** Its id, or null when there was none to take back. */
  async withdraw(tx: Tx, accountId: string, now: Date): Promise<string | null> {
    const [withdrawn] = await tx.query<[{ id: string }[], number]>(
      `update account_erasure set withdrawn_at = $2 where account_id = $1 and ${OPEN} returning id`,
      [accountId, now],
    );
    return withdrawn[0]?.id ?? null;
  }

  async due(now: Date): Promise<string[]> {
    const rows = await this.db.reader.query<{ id: string }[]>(
      `select id from account_erasure where ${OPEN} and erases_at <= $1 order by erases_at, id`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  /** Null: it was taken back or done meanwhile. Locks the row. */
  async lockDue(tx: Tx, id: string, now: Date): Promise<Erasure | null> {
    const [found] = await tx.query<Erasure[]>(
      `select ${COLUMNS} from account_erasure where id = $1 and ${OPEN} and erases_at <= $2 for no key update`,
      [id, now],
    );
    return found ?? null;
  }

  async postpone(tx: Tx, id: string, now: Date, erasesAt: Date): Promise<void> {
    await tx.query(`update account_erasure set postponed_at = $2, erases_at = $3 where id = $1`, [id, now, erasesAt]);
  }

  async done(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update account_erasure set erased_at = $2 where id = $1`, [id, now]);
  }

  async nextDay(): Promise<Date | null> {
    const [next] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(erases_at) as at from account_erasure where ${OPEN}`,
    );
    return next.at;
  }
}
