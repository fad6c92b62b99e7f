import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { startThrowAwayPostgres } from '../../apps/kontor/src/postgres/throw-away-postgres.ts';
import { prepareDatabase } from '../../apps/worker/src/prepare-database.ts';
import { arrangeWeeks } from './arrange-weeks.ts';
import { databaseNamed, withClient } from './databases.ts';
import { median, printTable } from './figures.ts';
import type { Run } from './run-product.ts';
import { SETTINGS } from './settings.ts';

/** In the week that is arranged, and the evening on which the file is handed over. */
const FIRST = Date.parse('2026-03-03T00:00:00Z');
const NOW = '2026-03-08T20:00:00Z';
/** Five thousand of them have room in the limit. */
const SECONDS_A_ROW = 40;
const NOTE = 'Answered what customers asked';

interface ImportRun extends Run {
  previewMs: number;
  handOverMs: number;
}

/** Logging a tracker's file of so many rows, beside bare inserts of the same entries, on copies of one database. */
export async function benchImport(sizes: number[], runs: number): Promise<void> {
  const server = await startThrowAwayPostgres('postgres', SETTINGS);
  const folder = await mkdtemp(join(tmpdir(), 'kontor-bench-'));
  try {
    const arranged = await databaseNamed(server.url, 'arranged');
    await prepareDatabase(arranged.url);
    await arrangeWeeks(arranged.url, 1);
    const work = await emptyWeek(arranged.url);
    const rows: string[][] = [];
    for (const size of sizes) rows.push(await measure(server.url, join(folder, `${size}.csv`), work, size, runs));
    printTable(
      ['rows', 'read, to look at', 'handed over', 'logged', 'bare SQL', 'ratio', 'statements', 'Node peak'],
      rows,
    );
  } finally {
    await rm(folder, { recursive: true });
    await server.stop();
  }
}

interface Work {
  contractId: string;
  assistantId: string;
  weekId: string;
}

/** The arranged week, with nothing in it. */
function emptyWeek(url: string): Promise<Work> {
  return withClient(url, async (client) => {
    await client.query('delete from time_entry');
    const { rows } = await client.query<Work>(
      `update contract_week set counted_seconds = 0, over_limit_seconds = 0
       returning contract_id as "contractId", assistant_id as "assistantId", id as "weekId"`,
    );
    return rows[0]!;
  });
}

async function measure(serverUrl: string, file: string, work: Work, size: number, runs: number): Promise<string[]> {
  const starts = Array.from({ length: size }, (_, row) => new Date(FIRST + row * SECONDS_A_ROW * 1_000));
  await writeFile(file, csvOf(starts));
  const product: ImportRun[] = [];
  const bare: number[] = [];
  for (let run = 1; run <= runs; run++) {
    process.stderr.write(`${size.toLocaleString('en')} rows: run ${run} of ${runs}\n`);
    const onCopy = async (what: (url: string) => Promise<void>) => {
      const copy = await databaseNamed(serverUrl, 'run', 'arranged');
      await what(copy.url);
      await assertLogged(copy.url, size);
      await copy.drop();
    };
    const both = [
      () => onCopy(async (url) => void product.push(await runProduct(url, file, work))),
      () => onCopy(async (url) => void bare.push(await runBare(url, starts, work))),
    ];
    // Alternated, so that neither always finds the machine as the other left it.
    for (const each of run % 2 === 1 ? both : both.toReversed()) await each();
  }
  const ms = (of: (run: ImportRun) => number) => median(product.map(of));
  const figures = [ms((run) => run.previewMs), ms((run) => run.handOverMs), ms((run) => run.ms), median(bare)];
  return [
    size.toLocaleString('en'),
    ...figures.map((each) => `${Math.ceil(each)} ms`),
    (ms((run) => run.ms) / median(bare)).toFixed(2),
    String(Math.max(...product.map((run) => run.statements))),
    `${Math.ceil(ms((run) => run.peakKb) / 1024)} MB`,
  ];
}

function csvOf(starts: readonly Date[]): string {
  const [date, time] = [(at: Date) => at.toISOString().slice(0, 10), (at: Date) => at.toISOString().slice(11, 19)];
  const rows = starts.map((start) => {
    const end = new Date(start.getTime() + SECONDS_A_ROW * 1_000);
    return `B,b@people.example,,Shop,,${NOTE},No,${date(start)},${time(start)},${date(end)},${time(end)},00:00:${SECONDS_A_ROW},,`;
  });
  const header = 'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time';
  return [`${header},Duration,Tags,Amount ()`, ...rows].join('\n');
}

/** The product's own verbs in a process of their own. */
async function runProduct(url: string, file: string, { contractId, assistantId }: Work): Promise<ImportRun> {
  const script = new URL('./import-product.js', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, file, contractId, assistantId, NOW]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ImportRun;
}

/** The same entries and versions in one transaction, with every trigger and constraint that guards them. Milliseconds. */
function runBare(url: string, starts: readonly Date[], { contractId, assistantId, weekId }: Work): Promise<number> {
  return withClient(url, async (client) => {
    const began = performance.now();
    await client.query('begin');
    await client.query(`select from account where id = $1 for no key update`, [assistantId]);
    await client.query(
      `with logged as (
         insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
         select uuidv7(), $1, $2, $3, tstzrange(start, start + make_interval(secs => $6)), $5, 'import', $7
           from unnest($4::timestamptz[]) start returning id, contract_week_id, during, note
       )
       insert into time_entry_version (entry_id, contract_week_id, change, actor_id, at, after)
       select id, contract_week_id, 'logged', $3, $7, jsonb_build_object('start', lower(during), 'end', upper(during), 'note', note)
         from logged`,
      [weekId, contractId, assistantId, starts, NOTE, SECONDS_A_ROW, NOW],
    );
    await client.query(`update contract_week set counted_seconds = counted_seconds + $2 where id = $1`, [
      weekId,
      starts.length * SECONDS_A_ROW,
    ]);
    await client.query('commit');
    return performance.now() - began;
  });
}

async function assertLogged(url: string, rows: number): Promise<void> {
  await withClient(url, async (client) => {
    const { rows: found } = await client.query<{ count: number }>(
      `select count(distinct during)::int as count from time_entry`,
    );
    if (found[0]?.count !== rows) throw new Error(`${found[0]?.count} of ${rows} rows were logged`);
  });
}
