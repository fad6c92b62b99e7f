import type { Database } from './database.ts';

/** The emulator's own shortcomings, kept so that a test run can demand that there are none. */
export class Findings {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  add(kind: 'unimplemented' | 'violation', text: string): void {
    this.db.run('insert into finding (kind, text) values (?, ?)', kind, text);
  }

  of(kind: 'unimplemented' | 'violation'): string[] {
    return this.db
      .all<{ text: string }>('select text from finding where kind = ? order by id', kind)
      .map((row) => row.text);
  }
}

/** What the emulator was about to say does not fit Stripe's schema: a bug of the emulator, never of its caller. */
export class Violation extends Error {}
