import { existsSync } from 'node:fs';

import { startEmbeddedPostgres } from './embedded-postgres.ts';

const EMBEDDED = '.kontor/postgres';

/** The database that a command is about, as its owner: DATABASE_URL, or the embedded one of this folder, running or not. */
export async function reachDatabase(): Promise<{ url: string; leave: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, leave: () => Promise.resolve() };
  if (!existsSync(EMBEDDED)) throw new Error('There is no database yet: run npm start once, or set DATABASE_URL.');
  const postgres = await startEmbeddedPostgres({ folder: EMBEDDED, database: 'kontor', borrow: true });
  return { url: postgres.url, leave: postgres.stop };
}
