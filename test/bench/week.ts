import { startThrowAwayPostgres } from '../../apps/kontor/src/postgres/throw-away-postgres.ts';
import { prepareDatabase } from '../../apps/worker/src/prepare-database.ts';
import { arrangeWeeks, ENTRIES_A_WEEK } from './arrange-weeks.ts';
import { runBare } from './bare-run.ts';
import { databaseNamed } from './databases.ts';
import { median, printTable } from './figures.ts';
import { outcomeOf } from './outcome.ts';
import { type Run, runProduct } from './run-product.ts';
import { SETTINGS } from './settings.ts';

interface Figures {
  size: number;
  product: Run[];
  bareMs: number[];
}

/** Freezing and invoicing one week of so many contracts, beside the same as bare SQL, on copies of one database. */
export async function benchWeek(sizes: number[], runs: number): Promise<void> {
  const server = await startThrowAwayPostgres('postgres', SETTINGS);
  try {
    const figures: Figures[] = [];
    for (const size of sizes) figures.push(await measure(server.url, size, runs));
    print(figures);
  } finally {
    await server.stop();
  }
}

async function measure(serverUrl: string, size: number, runs: number): Promise<Figures> {
  const say = (what: string) => void process.stderr.write(`${size.toLocaleString('en')} contract-weeks: ${what}\n`);
  say(`making ${(size * ENTRIES_A_WEEK).toLocaleString('en')} time entries`);
  const arranged = await databaseNamed(serverUrl, 'arranged');
  await prepareDatabase(arranged.url);
  await arrangeWeeks(arranged.url, size);

  const figures: Figures = { size, product: [], bareMs: [] };
  const outcomes = new Set<string>();
  const onCopy = async (work: (url: string) => Promise<void>) => {
    const copy = await databaseNamed(serverUrl, 'run', 'arranged');
    await work(copy.url);
    outcomes.add(await outcomeOf(copy.url));
    await copy.drop();
  };
  const product = () => onCopy(async (url) => void figures.product.push(await runProduct(url)));
  const bare = () => onCopy(async (url) => void figures.bareMs.push(await runBare(url)));
  for (let run = 1; run <= runs; run++) {
    say(`run ${run} of ${runs}`);
    // Alternated, so that neither always finds the machine as the other left it.
    for (const each of run % 2 === 1 ? [product, bare] : [bare, product]) await each();
  }
  await arranged.drop();
  if (outcomes.size > 1) throw new Error(`The two did not do the same:\n${[...outcomes].join('\n')}`);
  return figures;
}

function print(figures: Figures[]): void {
  const first = figures[0];
  printTable(
    ['contract-weeks', 'entries', 'Kontor', 'bare SQL', 'ratio', 'statements', 'Node peak', 'ms per 1,000'],
    figures.map(({ size, product, bareMs }) => {
      const ms = median(product.map((run) => run.ms));
      return [
        size.toLocaleString('en'),
        (size * ENTRIES_A_WEEK).toLocaleString('en'),
        seconds(ms),
        seconds(median(bareMs)),
        (ms / median(bareMs)).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
        String(Math.max(...product.map((run) => run.statements))),
        `${megabytes(median(product.map((run) => run.peakKb)))} MB`,
        ((ms * 1000) / size).toLocaleString('en', { maximumFractionDigits: 0 }),
      ];
    }),
  );
  const last = figures.at(-1);
  if (first && last && first !== last) {
    const growth = median(last.product.map((run) => run.peakKb)) / median(first.product.map((run) => run.peakKb));
    const times = growth.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    process.stdout.write(
      `\nNode's memory at ${last.size.toLocaleString('en')} is ${times} x that at ${first.size.toLocaleString('en')}.\n`,
    );
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} s`;
}

function megabytes(kb: number): string {
  return (kb / 1024).toLocaleString('en', { maximumFractionDigits: 0 });
}
