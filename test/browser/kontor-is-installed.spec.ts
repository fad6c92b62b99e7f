import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import type { Browser, CDPSession } from 'playwright-core';

import { DESKTOP, openBrowser, Visitor } from './visitor.ts';

const WEB = resolve(process.env.WEB_DIST ?? 'dist/apps/web');
const NOW = new Date('2026-03-11T15:20:00Z');
const PATIENCE_MS = 120_000;

/** What is built, from a folder of its own that a newer build can be put into; the api behind it knows nobody. */
let folder: string;
let server: FastifyInstance;
let address: string;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  browser = await openBrowser();
}, PATIENCE_MS);

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kontor-installed-'));
  cpSync(WEB, folder, { recursive: true });
  server = fastify({ forceCloseConnections: true });
  await server.register(fastifyStatic, { root: folder, wildcard: true, etag: false, maxAge: 0 });
  server.all('/api/*', (_, reply) => reply.code(401).send({ code: 'unauthenticated' }));
  server.setNotFoundHandler((_, reply) => reply.sendFile('index.html'));
  // By this name a page without TLS may keep a service worker.
  address = (await server.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost');
  visitor = await Visitor.arrive(browser, address, NOW, {
    ...DESKTOP,
    theme: 'light',
    keepsShell: true,
  });
}, PATIENCE_MS);

afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.leaves();
  await server.close();
  await rm(folder, { recursive: true });
});

/** Opened once, and what opens without a network is kept. */
async function opensAndKeeps(): Promise<void> {
  await visitor.opens('/sign-in');
  await visitor.page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
}

test(
  'a browser finds nothing that keeps it from installing Kontor, and every icon is as large as it says',
  async () => {
    await opensAndKeeps();
    const { page } = visitor;
    const devtools: CDPSession = await page.context().newCDPSession(page);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { icons, display, start_url } = JSON.parse(data ?? '') as {
      icons: { src: string; sizes: string; type: string; purpose?: string }[];
      display: string;
      start_url: string;
    };
    expect({ display, start_url }).toEqual({ display: 'standalone', start_url: '/' });
    expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
    for (const { src, sizes } of icons.filter(({ type }) => type === 'image/png')) {
      const size = await page.evaluate<string>(
        `fetch('${src}').then((icon) => icon.blob()).then(createImageBitmap).then(({ width, height }) => width + 'x' + height)`,
      );
      expect(`${src} ${size}`).toBe(`${src} ${sizes}`);
    }
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A context without a profile counts as a private window, which no browser installs from.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'without a network the shell opens all the same and says so, and no answer of the api was kept',
  async () => {
    await opensAndKeeps();
    const { page } = visitor;
    await visitor.opens('/sign-in');
    const kept = await page.evaluate<string[]>(
      `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
        .then((kept) => kept.flat().map(({ url }) => new URL(url).pathname))`,
    );
    expect(kept).toContain('/');
    expect(kept.filter((path) => path.startsWith('/api'))).toEqual([]);

    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await server.close();
    await page.goto(`${address}/hire`);
    await page.getByText('Kontor cannot be reached.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.evaluate('fetch("/api/me").then(() => "answered", () => "no network")')).toBe('no network');
    visitor.complaints.splice(0); // Of requests that had no network.
  },
  PATIENCE_MS,
);

test(
  'a newer Kontor is offered, and comes when it is taken',
  async () => {
    await opensAndKeeps();
    const { page } = visitor;
    await visitor.opens('/sign-in');
    const worker = join(folder, 'sw.js');
    writeFileSync(worker, readFileSync(worker, 'utf8').replace(/^const VERSION = '\w+'/, `const VERSION = 'newer'`));
    await visitor.opens('/sign-in');
    const offer = page.getByRole('status').filter({ hasText: 'Kontor' }).getByRole('button');
    await offer.waitFor();
    const reloaded = page.waitForEvent('load');
    await offer.click();
    await reloaded;
    await visitor.settles();
    expect(await page.evaluate('caches.keys()')).toEqual(['shell-newer']);
    expect(await offer.count()).toBe(0);
  },
  PATIENCE_MS,
);
