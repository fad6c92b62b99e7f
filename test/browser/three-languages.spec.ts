import type { Browser } from 'playwright-core';

import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { BEGINNING, playScene, type Scene } from './scene.ts';
import { idsOf, type Screen, screensOf } from './screens.ts';
import { openBrowser, type Person, PHONE, Visitor } from './visitor.ts';

const SETTING_THE_SCENE_MS = 600_000;
const VISITING_EVERY_SCREEN_MS = 900_000;

let world: World;
let scene: Scene;
let browser: Browser;
let screens: Screen[];
let visitor: Visitor | undefined;

beforeAll(async () => {
  world = await storyWorld(BEGINNING);
  scene = await playScene(world);
  screens = screensOf(scene, await idsOf(scene));
  browser = await openBrowser();
}, SETTING_THE_SCENE_MS);

afterAll(async () => {
  await browser?.close();
  await world?.end();
});

afterEach(async () => {
  // A message that is missing, or is not given what it needs, complains.
  expect(visitor?.complaints ?? []).toEqual([]);
  await visitor?.leaves();
  visitor = undefined;
});

async function arrive(person: Person | null = null, look?: Parameters<typeof Visitor.arrive>[3]): Promise<Visitor> {
  await visitor?.leaves();
  visitor = await Visitor.arrive(browser, world.apiUrl, scene.now, look);
  if (person) await visitor.signsIn(person);
  return visitor;
}

test.each(['nb', 'sv'] as const)(
  'every screen is there in %s, and fits a phone of 360 pixels',
  async (language) => {
    const faults: string[] = [];
    for (const [person, theirs] of Map.groupBy(screens, (screen) => screen.as)) {
      const { page, ...rest } = await arrive(null, { ...PHONE, theme: 'light' });
      if (person) await visitor?.comesAs(person);
      await page.addInitScript(`localStorage.setItem('language', '${language}')`);
      for (const { name, path } of theirs) {
        await visitor?.opens(path);
        const [lang, needs, has] = await page.evaluate<[string, number, number]>(
          '[document.documentElement.lang, document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        );
        if (lang !== language) faults.push(`${name} speaks ${lang}`);
        if (needs > has) faults.push(`${name}: ${needs} pixels wide on a screen of ${has}`);
      }
      expect(rest.complaints).toEqual([]);
    }
    expect(faults).toEqual([]);
  },
  VISITING_EVERY_SCREEN_MS,
);

test('a language that is chosen on one device is spoken on the next, with money and dates written its way', async () => {
  const { page } = await arrive(scene.sam);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Norsk');
  await page.getByRole('heading', { level: 1, name: 'Denne uken' }).waitFor();
  await page.waitForResponse((response) => response.url().endsWith('/me/language')).catch(() => {});

  const elsewhere = await Visitor.arrive(browser, world.apiUrl, scene.now);
  try {
    await elsewhere.opens('/sign-in');
    await elsewhere.page.getByLabel('E-mail').fill(scene.sam.email);
    await elsewhere.page.getByLabel('Password').fill(scene.sam.password);
    await elsewhere.page.getByRole('button', { name: 'Sign in' }).click();
    await elsewhere.page.getByRole('heading', { level: 1, name: 'Denne uken' }).waitFor();
    await elsewhere.settles();
    expect(await elsewhere.page.locator('main').innerText()).toMatch(/\d,\d\d\s\$/);
  } finally {
    await elsewhere.leaves();
  }
});

test('two keys and a few letters lead to any screen, to a client by name, and to another language', async () => {
  const { page } = await arrive(scene.ingrid);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('invoi');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/hire/invoices');

  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Beatriz Almeida/ })
    .first()
    .waitFor();
  await page.keyboard.type('svenska');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Fakturor' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('sv');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the timer is started from anywhere, and being offline is said', async () => {
  const { page } = await arrive(scene.beatriz);
  await page.getByRole('link', { name: 'Earnings' }).first().click();
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Switch the timer to Harbor Books/ })
    .click();
  await page.getByRole('dialog', { name: 'Work for Harbor Books' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  visitor?.complaints.splice(0); // Of requests that had no network.
});
