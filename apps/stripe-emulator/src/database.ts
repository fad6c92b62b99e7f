import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

import { tables } from './tables.ts';

/** Raised with every change of the tables. */
const LAYOUT = 1;

/** One SQLite file. Everything is synchronous, so a transaction is never interleaved with another. */
export class Database {
  private readonly sqlite: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private inTransaction = false;

  constructor(file: string) {
    this.sqlite = new DatabaseSync(file);
    this.sqlite.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000;');
    const [{ user_version: layout } = { user_version: 0 }] = this.all<{ user_version: number }>('pragma user_version');
    if (layout !== 0 && layout !== LAYOUT) {
      this.sqlite.close();
      throw new Error(`${file} was written by another version of the local Stripe: delete it to begin anew.`);
    }
    this.sqlite.exec(`${tables} pragma user_version = ${LAYOUT};`);
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.prepared(sql).all(...values) as Row[];
  }

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the query knows its columns
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.prepared(sql).get(...values) as Row | undefined;
  }

  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.prepared(sql).run(...values).changes);
  }

  /** All of `work` or nothing. Inside another transaction it joins that one. */
  transaction<Result>(work: () => Result): Result {
    if (this.inTransaction) return work();
    this.sqlite.exec('begin immediate');
    this.inTransaction = true;
    try {
      const result = work();
      this.sqlite.exec('commit');
      return result;
    } catch (error) {
      this.sqlite.exec('rollback');
      throw error;
    } finally {
      this.inTransaction = false;
    }
  }

  clear(): void {
    const names = this.all<{ name: string }>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
    );
    this.transaction(() => names.forEach(({ name }) => this.sqlite.exec(`delete from "${name}"`)));
  }

  close(): void {
    this.sqlite.close();
  }

  private prepared(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const made = this.sqlite.prepare(sql);
    this.statements.set(sql, made);
    return made;
  }
}
