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
  /** To the frame that shows the screen with what it is about, by the page's own clock. */
  readonly ms: number;
  /** Cumulative layout shift, as browsers score it. */
  readonly shift: number;
}

/** First screens on a slowed processor, beside a page of one heading from a bare server. */
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
      const nothing = await openedOften(runs, () => opens(browser, { address: bareUrl, now }, '/', null));
      const opened = (path: string, as: Person | null) => openedOften(runs, () => opens(browser, at, path, as));
      const signedIn = (path: string, as: Person) => openedOften(runs, () => signsIn(browser, at, path, as));
      const screens: [string, Opened][] = [
        ['landing page', await opened('/', null)],
        ['sign-in', await opened('/sign-in', null)],
        ['signed in, an assistant: today', await signedIn('/assist', beatriz)],
        ['signed in, a client: home', await signedIn('/hire', ingrid)],
        ['come back, an assistant: today', await opened('/assist', beatriz)],
        ['come back, a client: home', await opened('/hire', ingrid)],
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

async function openedOften(runs: number, open: () => Promise<Opened>): Promise<Opened> {
  const opened: Opened[] = [];
  for (let run = 0; run < runs; run++) opened.push(await open());
  return { ms: median(opened.map(({ ms }) => ms)), shift: Math.max(...opened.map(({ shift }) => shift)) };
}

interface Place {
  readonly address: string;
  readonly now: Date;
}

/** From the address on, with an empty cache. */
function opens(browser: Browser, at: Place, path: string, as: Person | null): Promise<Opened> {
  return slowed(browser, at, path, async (visitor) => {
    if (as) await visitor.comesAs(as);
    return () => visitor.opens(path);
  });
}

/** From the press on "Sign in" on, by somebody who took a second to type. */
function signsIn(browser: Browser, at: Place, path: string, person: Person): Promise<Opened> {
  return slowed(browser, at, path, async (visitor) => {
    await visitor.opens('/sign-in');
    await visitor.page.evaluate(A_SECOND);
    return () => visitor.fillsInSignIn(person);
  });
}

async function slowed(
  browser: Browser,
  { address, now }: Place,
  path: string,
  comes: (visitor: Visitor) => Promise<() => Promise<void>>,
): Promise<Opened> {
  const visitor = await Visitor.arrive(browser, address, now, { ...PHONE, theme: 'light' });
  try {
    await visitor.page.addInitScript(watch(path));
    const devtools = await visitor.page.context().newCDPSession(visitor.page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const goOn = await comes(visitor);
    await goOn();
    return await visitor.page.evaluate<Opened>(SEEN);
  } finally {
    await visitor.leaves();
  }
}

/** Sources of scripts for the page, which knows the DOM that this file does not. */
const watch = (path: string) => `
const seen = (globalThis.seen = { from: 0, ms: 0, shift: 0 });
let wasUsable = false;
const look = () => {
  const isThere = location.pathname === '${path}' && document.querySelector('h1') !== null;
  const isUsable = isThere && document.querySelector('[data-waiting]') === null;
  // With the frame that draws it.
  if (isUsable && !wasUsable) requestAnimationFrame(() => setTimeout(() => (seen.ms = performance.now() - seen.from)));
  wasUsable = isUsable;
};
new MutationObserver(look).observe(document, { childList: true, subtree: true });
addEventListener('submit', () => (seen.from = performance.now()), { capture: true });
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) if (!shift.hadRecentInput) seen.shift += shift.value;
}).observe({ type: 'layout-shift', buffered: true });`;
const A_SECOND = 'new Promise((resolve) => setTimeout(resolve, 1_000))';
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
  process.stdout.write(
    `\nMedian of ${runs}, the processor slowed ${SLOWED} times. "Signed in" is from the press of the button on,\n`,
  );
  process.stdout.write('the others from the address on with an empty cache.\n');
  process.stdout.write(`Entry: ${(entryBytes() / 1_024).toFixed(1)} kB of script, gzip.\n`);
}

function entryBytes(): number {
  const html = readFileSync(join(WEB, 'index.html'), 'utf8');
  const scripts = html.matchAll(/<(?:script|link rel="modulepreload")[^>]*(?:src|href)="([^"]+\.js)"/g);
  return [...scripts].reduce((sum, [, path = '']) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0);
}
