// npm run verify [-- --json]: whether the books prove themselves, in DATABASE_URL or in the embedded database.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { appDataSource, findViolations, hold, invariants, type Violations } from '@app/database';

import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';

/** What needs quiet is asked of what is older than this: younger money may still be on its way. */
const QUIET_MS = 15 * 60_000;
const EMBEDDED = '.kontor/postgres';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

try {
  const { url, leave } = await reach();
  try {
    const violations = await violationsIn(url);
    process.stdout.write(values.json ? `${JSON.stringify(violations)}\n` : report(violations));
    process.exitCode = hold(violations) ? 0 : 1;
  } finally {
    await leave();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function reach(): Promise<{ url: string; leave: () => Promise<void> }> {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, leave: () => Promise.resolve() };
  if (!existsSync(EMBEDDED)) throw new Error('There is no database yet: run npm start once, or set DATABASE_URL.');
  const postgres = await startEmbeddedPostgres({ folder: EMBEDDED, database: 'kontor', borrow: true });
  return { url: postgres.url, leave: postgres.stop };
}

async function violationsIn(url: string): Promise<Violations> {
  const dataSource = await appDataSource(url, []).initialize();
  try {
    return await findViolations(dataSource.manager, new Date(Date.now() - QUIET_MS));
  } finally {
    await dataSource.destroy();
  }
}

function report(violations: Violations): string {
  const lines = invariants.map(({ number, name }) => {
    const rows = violations[name] ?? [];
    const verdict = rows.length === 0 ? 'holds' : `BROKEN by ${rows.length}`;
    const examples = rows.slice(0, 5).map((row) => `\n        ${JSON.stringify(row)}`);
    return `${String(number).padStart(4)}  ${name.replaceAll('_', ' ').padEnd(64)} ${verdict}${examples.join('')}`;
  });
  const verdict = hold(violations) ? 'The books balance.' : 'The books do not balance.';
  return `${lines.join('\n')}\n\n${verdict}\n`;
}
