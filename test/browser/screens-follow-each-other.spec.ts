import type { Browser } from 'playwright-core';

import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { BEGINNING, playScene, type Scene } from './scene.ts';
import { openBrowser, type Person, Visitor } from './visitor.ts';

const SETTING_THE_SCENE_MS = 600_000;
const A_VISIT_MS = 180_000;

let world: World;
let scene: Scene;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  world = await storyWorld(BEGINNING);
  scene = await playScene(world);
  browser = await openBrowser();
}, SETTING_THE_SCENE_MS);

afterAll(async () => {
  await browser?.close();
  await world?.end();
});

afterEach(async () => {
  expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const visitor of visitors.splice(0)) await visitor.leaves();
});

/** At that screen, and listening: what is said before anybody listens is not heard. */
async function at(path: string, person: Person): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, world.apiUrl, scene.now);
  visitors.push(visitor);
  await visitor.comesAs(person);
  const listening = visitor.page.waitForResponse((response) => response.url().endsWith('/api/live'));
  await visitor.opens(path);
  await listening;
  return visitor;
}

test(
  'a client sees hours appear in the open week as the assistant logs them, without a reload',
  async () => {
    const { page } = await at('/hire', scene.sam);
    const working = page.getByRole('region', { name: 'Working for you' });
    expect(await working.innerText()).toContain('4:50 of 10:00');

    await scene.beatriz.logs(scene.books, 'wed 11:45-12:45', 'Cover pictures for the newsletter', '2026-03-09');
    await working.getByText('5:50 of 10:00').waitFor();
  },
  A_VISIT_MS,
);

test(
  'what happens to somebody is counted at the bell while they look at something else',
  async () => {
    const { page } = await at('/assist/profile', scene.maja);
    const bell = page.getByRole('button', { name: /^Notifications/ });
    const before = Number(/\d+/.exec(await bell.innerText())?.[0] ?? 0);
    await scene.ingrid.offers(scene.maja, { at: '19.50', hours: 6, title: 'Pictures of the spring collection' });
    await world.time.quiet();
    await page.getByRole('button', { name: `Notifications, ${before + 1} new` }).waitFor();
  },
  A_VISIT_MS,
);
