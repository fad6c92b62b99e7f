import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

import fastify from 'fastify';
import type { Browser } from 'playwright-core';

import { startThrowAwayPostgres } from '../../apps/kontor/src/postgres/throw-away-postgres.ts';
import { World } from '../../apps/kontor/src/world/world.ts';
import { prepareDatabase } from '../../apps/worker/src/prepare-database.ts';
import { BEGINNING, playScene } from '../browser/scene.ts';
import { openBrowser, type Person, PHONE, Visitor } from '../browser/visitor.ts';
import { median, printTable } from './figures.ts';

const WEB = resolve('dist/apps/web');
/** A phone of some years ago beside the machine that this runs on. */
const SLOWED = 4;

interface Opened {
  /** From the address to the frame that shows the screen with what it is about, by the page's own clock. */
  readonly ms: number;
  /** Cumulative layout shift, as browsers score it. */
  readonly shift: number;
}

/** First screens with an empty cache on a slowed processor, beside a page of one heading from a bare server. */
export async function benchWeb(runs: number): Promise<void> {
  const postgres = await startThrowAwayPostgres('web');
  const bare = fastify();
  bare.get('/', (_, reply) => reply.type('text/html').send('<!doctype html><title>Bare</title><h1>Bare</h1>'));
  const bareUrl = await bare.listen({ port: 0 });
  const browser = await openBrowser();
  try {
    await prepareDatabase(postgres.url);
    const world = await World.begin({ databaseUrl: postgres.url, now: BEGINNING });
    try {
      process.stderr.write('Playing four weeks of work\n');
      const { beatriz, ingrid, now } = await playScene(world);
      const at = { address: world.apiUrl, now };
      const nothing = await openedOften(browser, { address: bareUrl, now }, '/', null, runs);
      const screens: [string, Opened][] = [
        ['landing page', await openedOften(browser, at, '/', null, runs)],
        ['sign-in', await openedOften(browser, at, '/sign-in', null, runs)],
        ['an assistant: today', await openedOften(browser, at, '/assist', beatriz, runs)],
        ['a client: home', await openedOften(browser, at, '/hire', ingrid, runs)],
      ];
      print(screens, nothing, runs);
    } finally {
      await world.end();
    }
  } finally {
    await browser.close();
    await bare.close();
    await postgres.stop();
  }
}

async function openedOften(
  browser: Browser,
  at: { address: string; now: Date },
  path: string,
  as: Person | null,
  runs: number,
): Promise<Opened> {
  const opened: Opened[] = [];
  for (let run = 0; run < runs; run++) opened.push(await openedOnce(browser, at, path, as));
  return { ms: median(opened.map(({ ms }) => ms)), shift: Math.max(...opened.map(({ shift }) => shift)) };
}

async function openedOnce(
  browser: Browser,
  { address, now }: { address: string; now: Date },
  path: string,
  as: Person | null,
): Promise<Opened> {
  const visitor = await Visitor.arrive(browser, address, now, { ...PHONE, theme: 'light' });
  try {
    if (as) await visitor.comesAs(as);
    await visitor.page.addInitScript(WATCH);
    const devtools = await visitor.page.context().newCDPSession(visitor.page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await visitor.opens(path);
    return await visitor.page.evaluate<Opened>(SEEN);
  } finally {
    await visitor.leaves();
  }
}

/** Sources of scripts for the page, which knows the DOM that this file does not. */
const WATCH = `
const seen = (globalThis.seen = { ms: 0, shift: 0 });
let wasUsable = false;
new MutationObserver(() => {
  const isUsable = document.querySelector('h1') !== null && document.querySelector('[data-waiting]') === null;
  // With the frame that draws it.
  if (isUsable && !wasUsable) requestAnimationFrame(() => setTimeout(() => (seen.ms = performance.now())));
  wasUsable = isUsable;
}).observe(document, { childList: true, subtree: true });
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) seen.shift += shift.value;
}).observe({ type: 'layout-shift', buffered: true });`;
const SEEN = 'new Promise((resolve) => setTimeout(() => resolve(seen), 300))';

function print(screens: readonly [string, Opened][], nothing: Opened, runs: number): void {
  printTable(
    ['first screen', 'ms', 'bare ms', 'ratio', 'layout shift'],
    screens.map(([name, { ms, shift }]) => [
      name,
      ms.toFixed(0),
      nothing.ms.toFixed(0),
      (ms / nothing.ms).toFixed(1),
      shift.toFixed(3),
    ]),
  );
  process.stdout.write(`\nMedian of ${runs}, an empty cache, the processor slowed ${SLOWED} times.\n`);
  process.stdout.write(`Entry: ${(entryBytes() / 1_024).toFixed(1)} kB of script, gzip.\n`);
}

function entryBytes(): number {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const scripts = html.matchAll(/<(?:script|link rel="modulepreload")[^>]*(?:src|href)="([^"]+\.js)"/g);
  return [...scripts].reduce((sum, [, path = '']) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0);
}
