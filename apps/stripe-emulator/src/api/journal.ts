import type { Database } from '../database.ts';

export interface JournalEntry {
  readonly id: string;
  /** On the emulator's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly account: string;
  readonly idempotencyKey: string | null;
  readonly params: unknown;
  /** 0 when the socket was closed instead of an answer. */
  readonly status: number;
  readonly replayed: boolean;
  readonly error: string | null;
}

export interface JournalFilter {
  method?: string;
  /** A regular expression. */
  path?: string;
  idempotencyKey?: string;
}

const KEPT = 20_000;
const FORGETS_EVERY = 1_000;

/** The requests that were made, in order. */
export class Journal {
  private readonly db: Database;
  private written = 0;

  constructor(db: Database) {
    this.db = db;
  }

  write(entry: JournalEntry): void {
    if (++this.written % FORGETS_EVERY === 0) this.forgetOld();
    this.db.run(
      'insert into request (id, at, method, path, account, idempotency_key, params, status, replayed, error) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      entry.id, Date.parse(entry.at), entry.method, entry.path, entry.account, entry.idempotencyKey,
      JSON.stringify(entry.params), entry.status, entry.replayed ? 1 : 0, entry.error,
    ); // prettier-ignore
  }

  read(filter: JournalFilter): JournalEntry[] {
    const rows = this.db.all<
      Omit<JournalEntry, 'at' | 'params' | 'replayed'> & { at: number; params: string; replayed: number }
    >(
      'select id, at, method, path, account, idempotency_key as "idempotencyKey", params, status, replayed, error from request order by seq',
    );
    const path = new RegExp(filter.path ?? '');
    return rows
      .map((row) => ({
        ...row,
        at: new Date(row.at).toISOString(),
        params: JSON.parse(row.params) as unknown,
        replayed: row.replayed === 1,
      }))
      .filter((entry) => path.test(entry.path))
      .filter((entry) => !filter.method || entry.method === filter.method.toUpperCase())
      .filter((entry) => !filter.idempotencyKey || entry.idempotencyKey === filter.idempotencyKey);
  }

  /** A local Stripe that runs for weeks is polled all the time: only the latest are kept. */
  private forgetOld(): void {
    this.db.run('delete from request where seq <= (select max(seq) from request) - ?', KEPT);
  }
}
