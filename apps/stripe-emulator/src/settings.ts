import type { Database } from './database.ts';

/** The few single values that outlive a restart. */
export class Settings {
  private readonly db: Database;
  private readonly cache = new Map<string, string | null>();

  constructor(db: Database) {
    this.db = db;
  }

  get(name: string): string | null {
    const cached = this.cache.get(name);
    if (cached !== undefined) return cached;
    const value =
      this.db.one<{ value: string | null }>('select value from setting where name = ?', name)?.value ?? null;
    this.cache.set(name, value);
    return value;
  }

  set(name: string, value: string | null): void {
    this.db.run('insert or replace into setting (name, value) values (?, ?)', name, value);
    this.cache.set(name, value);
  }

  /** Called when a transaction is rolled back: what was cached inside it never happened. */
  forget(): void {
    this.cache.clear();
  }
}
