import type { SQLInputValue } from 'node:sqlite';

import type Stripe from 'stripe';

import { missing } from './api/api-error.ts';
import { type Page, type PageQuery, page } from './api/page.ts';
import type { DueKind } from './due.ts';
import type { Emulator } from './emulator.ts';
import { PLATFORM } from './ids.ts';
import type { Kind, Kinds } from './kinds.ts';
import { tellSnapshot } from './webhooks/tell.ts';

export interface RequestReference {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

const COLUMNS = [
  'customer', 'payment_intent', 'charge', 'transfer_group', 'destination', 'source', 'source_transaction', 'transfer',
  'email', 'setup_intent', 'kind', 'status', 'currency', 'paid_out_by',
] as const; // prettier-ignore
export type Where = Partial<Record<(typeof COLUMNS)[number], string | string[] | undefined>>;

/** One account's objects, as one request (or one thing that fell due) sees and changes them. */
export class Context {
  readonly emulator: Emulator;
  readonly account: string;
  readonly request: RequestReference | null;

  constructor(emulator: Emulator, account: string, request: RequestReference | null) {
    this.emulator = emulator;
    this.account = account;
    this.request = request;
  }

  /** The same moment on another account. */
  on(account: string): Context {
    return account === this.account ? this : new Context(this.emulator, account, this.request);
  }

  get platform(): Context {
    return this.on(PLATFORM);
  }

  get isPlatform(): boolean {
    return this.account === PLATFORM;
  }

  get now(): Date {
    return this.emulator.clock.now();
  }

  get seconds(): number {
    return this.emulator.clock.seconds();
  }

  insert<K extends Kind>(kind: K, object: Kinds[K], hidden: object = {}): Kinds[K] {
    this.emulator.db.run(
      'insert into object (id, type, account, created, json, hidden) values (?, ?, ?, ?, ?, ?)',
      object.id, kind, this.account, this.seconds, JSON.stringify(object), JSON.stringify(hidden),
    ); // prettier-ignore
    return object;
  }

  /** Writes the changed fields and gives back the object as it is now. */
  change<T extends { id: string }>(object: T, changes: Partial<T>): T {
    const changed = { ...object, ...changes };
    this.emulator.db.run('update object set json = ? where id = ?', JSON.stringify(changed), object.id);
    return changed;
  }

  /** For an object that loses a field. */
  rewrite<K extends Kind>(object: Kinds[K]): Kinds[K] {
    return this.change(object, {});
  }

  remove(id: string): void {
    this.emulator.db.run('delete from object where id = ?', id);
  }

  /** Throws 404 `resource_missing` naming `param`. */
  get<K extends Kind>(kind: K, id: string, param: string = kind): Kinds[K] {
    const found = this.find(kind, id);
    if (!found) throw missing(kind.replace(/^v2\.core\./, ''), id, param);
    return found;
  }

  find<K extends Kind>(kind: K, id: string): Kinds[K] | null {
    const row = this.emulator.db.one<{ json: string }>(
      'select json from object where id = ? and type = ? and account = ?', id, kind, this.account,
    ); // prettier-ignore
    return row ? this.shown(JSON.parse(row.json) as Kinds[K]) : null;
  }

  /** Oldest first. */
  select<K extends Kind>(kind: K, where: Where = {}): Kinds[K][] {
    const { sql, values } = conditions(where);
    const rows = this.emulator.db.all<{ json: string }>(
      `select json from object where type = ? and account = ?${sql} order by seq`, kind, this.account, ...values,
    ); // prettier-ignore
    return rows.map((row) => this.shown(JSON.parse(row.json) as Kinds[K]));
  }

  /** Newest first, by Stripe's paging rules. */
  list<K extends Kind>(kind: K, query: PageQuery, where: Where = {}): Page<Kinds[K]> {
    const found = page<Kinds[K]>(this.emulator.db, kind, this.account, query, conditions(where));
    return { ...found, data: found.data.map((object) => this.shown(object)) };
  }

  /** What the API never shows of this object. */
  hidden<T extends object>(id: string): Partial<T> {
    const row = this.emulator.db.one<{ hidden: string }>('select hidden from object where id = ?', id);
    return row ? (JSON.parse(row.hidden) as Partial<T>) : {};
  }

  hide<T extends object>(id: string, changes: Partial<T>): void {
    const hidden = JSON.stringify({ ...this.hidden<T>(id), ...changes });
    this.emulator.db.run('update object set hidden = ? where id = ?', hidden, id);
  }

  /** Stores the event and one delivery for each endpoint that wants it. `before` gives `previous_attributes`. */
  tell(type: string, object: object, before?: object): void {
    tellSnapshot(this, type, object, before);
  }

  later(at: Date, kind: DueKind, subject: string): void {
    this.emulator.due.put(at, kind, subject);
  }

  sum(currency: string, until?: number): number {
    const total = 'select coalesce(sum(net), 0) as total from object where type = ? and account = ? and currency = ?';
    const row =
      until === undefined
        ? this.emulator.db.one<{ total: number }>(total, 'balance_transaction', this.account, currency)
        : this.emulator.db.one<{ total: number }>(
            `${total} and available_on <= ?`,
            'balance_transaction',
            this.account,
            currency,
            until,
          );
    return row?.total ?? 0;
  }

  private shown<T extends { id: string }>(object: T): T {
    return 'available_on' in object ? { ...object, status: isAvailable(object, this.seconds) } : object;
  }
}

function isAvailable(transaction: object, now: number): string {
  return (transaction as Stripe.BalanceTransaction).available_on <= now ? 'available' : 'pending';
}

/** A list means any of these, with `*` for anything. */
function conditions(where: Where): { sql: string; values: SQLInputValue[] } {
  const given = COLUMNS.flatMap((column) => (where[column] === undefined ? [] : [{ column, wanted: where[column] }]));
  return {
    sql: given
      .map(({ column, wanted }) =>
        Array.isArray(wanted) ? ` and (${wanted.map(() => `${column} glob ?`).join(' or ')})` : ` and ${column} = ?`,
      )
      .join(''),
    values: given.flatMap(({ wanted }) => wanted),
  };
}
