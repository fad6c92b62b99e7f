import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';

import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { routeOf, routesOfWeb } from './routes-of-web.ts';
import { BEGINNING, playScene } from './scene.ts';
import { idsOf, type Screen, screensOf } from './screens.ts';
import { DESKTOP, openBrowser, PHONE, Visitor, ZOOMED } from './visitor.ts';

const SETTING_THE_SCENE_MS = 600_000;
const VISITING_A_ROOM_MS = 600_000;
const ROOMS = ['hire', 'assist', 'settings', 'staff'];

let world: World;
let browser: Browser;
let now: Date;
let screens: Screen[];

beforeAll(async () => {
  world = await storyWorld(BEGINNING);
  const scene = await playScene(world);
  now = scene.now;
  screens = screensOf(scene, await idsOf(scene));
  browser = await openBrowser();
}, SETTING_THE_SCENE_MS);

afterAll(async () => {
  await browser?.close();
  await world?.end();
});

test('every address of the web app stands in the table of screens', () => {
  const routes = routesOfWeb();
  const shown = new Set(screens.map(({ path }) => routeOf(path, routes)));
  expect(routes.filter((route) => !shown.has(route))).toEqual([]);
  expect(routes.length).toBeGreaterThan(30);
});

test('every screen of the table has a name of its own', () => {
  const names = screens.map(({ name }) => name);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test.each(['before signing in', ...ROOMS])(
  'everybody can read and use every screen: %s',
  async (room) => {
    const theirs = screens.filter(({ path }) => roomOf(path) === room);
    expect(theirs.length).toBeGreaterThan(0);
    const faults: string[] = [];
    for (const [person, some] of Map.groupBy(theirs, (screen) => screen.as)) {
      const visitor = await Visitor.arrive(browser, world.apiUrl, now);
      if (person) await visitor.comesAs(person);
      for (const screen of some) {
        const found = await faultsOf(visitor, screen).catch((error: unknown) => [String(error)]);
        faults.push(...[...found, ...visitor.complaints.splice(0)].map((fault) => `${screen.name}: ${fault}`));
      }
      await visitor.leaves();
    }
    expect(faults).toEqual([]);
  },
  VISITING_A_ROOM_MS,
);

function roomOf(path: string): string {
  const [, first = ''] = path.split(/[/?]/);
  return ROOMS.includes(first) ? first : 'before signing in';
}

/** What axe finds in both themes on a desktop and on a phone, and where it scrolls sideways. */
async function faultsOf(visitor: Visitor, { path, as }: Screen): Promise<string[]> {
  const { page } = visitor;
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  await visitor.opens(path);
  const faults: string[] = [];
  if (as && new URL(page.url()).pathname === '/sign-in') faults.push(`${as.email} has to sign in`);
  faults.push(...(await foundByAxe(visitor, 'a desktop, light')));
  await page.emulateMedia({ colorScheme: 'dark' });
  // The other theme has other colours, and nothing else.
  faults.push(...(await foundByAxe(visitor, 'a desktop, dark', ['color-contrast'])));

  const zoomed = await visitor.tooWide(ZOOMED);
  if (zoomed > 0) faults.push(`${zoomed} pixels too wide at 200 %`);
  const onPhone = await visitor.tooWide(PHONE);
  if (onPhone > 0) faults.push(`${onPhone} pixels too wide on a phone`);
  // A phone has other menus, closer to each other.
  faults.push(...(await foundByAxe(visitor, 'a phone, dark')));
  return faults;
}

async function foundByAxe({ page }: Visitor, where: string, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  // Axe leaves out of WCAG 2.2 AA how large targets are, unless it is asked.
  if (rules) axe.withRules(rules);
  else axe.options({ rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
