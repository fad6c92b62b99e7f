// npm run verify [-- --json]: whether the books prove themselves, in DATABASE_URL or in the embedded database.
import { parseArgs } from 'node:util';

import { type AuditVerdict, VerifyAudit } from '@app/audit';
import { appDataSource, Database, findViolations, hold, invariants, type Violations } from '@app/database';

import { reachDatabase } from './postgres/reach-database.ts';

/** What needs quiet is asked of what is older than this: younger money may still be on its way. */
const QUIET_MS = 15 * 60_000;

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

try {
  const { url, leave } = await reachDatabase();
  try {
    const { violations, audit } = await look(url);
    const found = { ...violations, the_audit_is_whole: audit.faults.map((fault) => ({ ...fault })) };
    process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : report(violations, audit));
    process.exitCode = hold(found) ? 0 : 1;
  } finally {
    await leave();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function look(url: string): Promise<{ violations: Violations; audit: AuditVerdict }> {
  const dataSource = await appDataSource(url, []).initialize();
  try {
    const watermark = new Date(Date.now() - QUIET_MS);
    const violations = await findViolations(dataSource.manager, watermark);
    return { violations, audit: await new VerifyAudit(new Database(dataSource)).run(watermark) };
  } finally {
    await dataSource.destroy();
  }
}

function report(violations: Violations, audit: AuditVerdict): string {
  const lines = invariants.map(({ number, name }) => line(number, name, violations[name] ?? []));
  const chain = line(0, 'the_audit_is_whole', audit.faults);
  const head = audit.head === null ? '' : `\n      its head, to keep elsewhere: ${audit.head} (${audit.blocks} blocks)`;
  const balance = hold(violations) ? 'The books balance' : 'The books do not balance';
  const whole = audit.faults.length === 0 ? 'nobody has changed the audit' : 'the audit was changed';
  return `${lines.join('\n')}\n${chain}${head}\n\n${balance}, and ${whole}.\n`;
}

function line(number: number, name: string, rows: readonly object[]): string {
  const verdict = rows.length === 0 ? 'holds' : `BROKEN by ${rows.length}`;
  const examples = rows.slice(0, 5).map((row) => `\n        ${JSON.stringify(row)}`);
  return `${String(number || '').padStart(4)}  ${name.replaceAll('_', ' ').padEnd(64)} ${verdict}${examples.join('')}`;
}
