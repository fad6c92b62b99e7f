import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Client } from 'pg';

import { startEmbeddedPostgres } from './embedded-postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'kontor-embedded-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Somebody else who starts a server, does `next`, and is killed before stopping it. */
async function killedAfterStart(start: string, next = ''): Promise<void> {
  const script = `await ${start}; ${next}; process.stdout.write('up'); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const starting = (file: string, call: string) => `(await import('${new URL(file, import.meta.url).href}')).${call}`;

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await holds()); await wait(50)) {
    if (Date.now() > deadline) throw new Error('It did not come to be within 15 s');
  }
}

test('rows outlive a stop, and a kill of the server and of its starter', async () => {
  const options = { folder, database: 'kontor' };
  const first = await startEmbeddedPostgres(options);
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();

  const pidFile = join(folder, 'data/postmaster.pid');
  await killedAfterStart(
    starting('./embedded-postgres.ts', `startEmbeddedPostgres(${JSON.stringify(options)})`),
    `process.kill(parseInt((await import('node:fs')).readFileSync('${pidFile}', 'utf8')), 'SIGKILL')`,
  );
  expect(existsSync(pidFile)).toBe(true);

  const second = await startEmbeddedPostgres(options);
  expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  await second.stop();
  expect(existsSync(pidFile)).toBe(false);
}, 60_000);

test('who borrows a running server leaves it running', async () => {
  const owner = await startEmbeddedPostgres({ folder, database: 'kontor' });
  const borrower = await startEmbeddedPostgres({ folder, database: 'kontor', borrow: true });
  expect(borrower.reused).toBe(true);
  await borrower.stop();
  expect(await ask(owner.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await owner.stop();
}, 60_000);

test('a throw-away server and its folder go with whoever started it', async () => {
  const before = process.env.TMPDIR;
  const place = mkdtempSync(join(tmpdir(), 'kontor-place-'));
  chmodSync(place, 0o755);
  process.env.TMPDIR = place;
  try {
    await killedAfterStart(starting('./throw-away-postgres.ts', `startThrowAwayPostgres('kontor')`));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  await until(() => readdirSync(place).length === 0);
  rmSync(place, { recursive: true });
}, 60_000);
