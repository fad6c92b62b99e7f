// npm run demo [-- --json] [-- --import FILE]: one week of work, on a database that is thrown away afterwards.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';

import { prepareDatabase } from '../../../worker/src/prepare-database.ts';
import { startThrowAwayPostgres } from '../postgres/throw-away-postgres.ts';
import { World } from '../world/world.ts';
import { beginningOf, tellAWeekOfWork } from './a-week-of-work.ts';
import { type Books, booksOf, moneyTrail } from './books.ts';
import { firstWeekOf, type GivenExport } from './given-export.ts';
import { printBooks } from './print-books.ts';

const USUAL_MONDAY = '2026-03-02';
const ZONE = 'Europe/Lisbon';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, import: { type: 'string' } } });
// With --json the object is the last and only line on stdout; the story goes to stderr.
const say = (line: string) => void (values.json ? process.stderr : process.stdout).write(`${line}\n`);

try {
  const file = values.import === undefined ? undefined : firstWeekOf(readFileSync(values.import, 'utf8'), ZONE, say);
  process.exitCode = (await tell(file)).booksBalance ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function tell(file: GivenExport | undefined): Promise<Books> {
  const monday = file?.monday ?? USUAL_MONDAY;
  const postgres = await startThrowAwayPostgres('demo');
  try {
    await prepareDatabase(postgres.url);
    const world = await World.begin({ databaseUrl: postgres.url, now: beginningOf(monday) });
    try {
      await tellAWeekOfWork(world, {
        monday,
        ...(file && values.import ? { file: { name: basename(values.import), csv: file.csv, zone: ZONE } } : {}),
        chapter: (title) => say(`\n${title}`),
        say: (line) => say(`  ${world.time.now().toISOString().slice(0, 16).replace('T', ' ')}  ${line}`),
      });
      const books = await booksOf(world);
      if (values.json) process.stdout.write(`${JSON.stringify(books)}\n`);
      else printBooks(books, await moneyTrail(world), say);
      return books;
    } finally {
      await world.end();
    }
  } finally {
    await postgres.stop();
  }
}
