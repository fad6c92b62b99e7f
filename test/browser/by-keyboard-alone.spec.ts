import type { Browser } from 'playwright-core';

import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { BEGINNING, playScene, type Scene } from './scene.ts';
import { DESKTOP, openBrowser, PHONE, Visitor } from './visitor.ts';

const SETTING_THE_SCENE_MS = 600_000;
const A_VISIT_MS = 240_000;
const MOST_STOPS = 60;

let world: World;
let scene: Scene;
let browser: Browser;
let visitor: Visitor;

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
  expect(visitor.complaints).toEqual([]);
  await visitor.leaves();
});

/** Where the keyboard is: what is read there, and whether one sees it. */
interface Stop {
  readonly reads: string;
  readonly isSeen: boolean;
}

const STOP = `(() => {
  const at = document.activeElement;
  // After the last stop the keyboard is with the browser, and then begins again.
  if (at === document.body) return { reads: 'the page', isSeen: true };
  const label = at.labels?.[0]?.innerText ?? at.getAttribute('aria-label') ?? at.innerText ?? '';
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const { width, height, top, bottom } = at.getBoundingClientRect();
  const isShown = width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  return { reads: label.replaceAll(/\\s+/g, ' ').trim(), isSeen: isShown && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
})()`;

const stop = () => visitor.page.evaluate<Stop>(STOP);

/** From stop to stop with Tab as far as the one that reads so; at every one of them one sees where one is. */
async function tabsTo(what: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < MOST_STOPS; count++) {
    await visitor.page.keyboard.press('Tab');
    const { reads, isSeen } = await stop();
    passed.push(reads);
    expect({ at: reads, isSeen }).toEqual({ at: reads, isSeen: true });
    if (what.test(reads)) return;
  }
  throw new Error(`${String(what)} is not among ${passed.join(' · ')}`);
}

async function signsIn({ email, password }: { email: string; password: string }): Promise<void> {
  const { page } = visitor;
  await visitor.opens('/sign-in');
  await tabsTo(/^E-mail$/);
  await page.keyboard.type(email);
  await tabsTo(/^Password$/);
  await page.keyboard.type(password);
  await tabsTo(/^Sign in$/);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  await visitor.settles();
}

test(
  'an assistant signs in, finds a screen by its name, stops the timer and starts it for another client',
  async () => {
    visitor = await Visitor.arrive(browser, world.apiUrl, scene.now, { ...DESKTOP, theme: 'light' });
    const { page } = visitor;
    await signsIn(scene.beatriz);

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('earn');
    await page.getByRole('option', { name: 'Earnings', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/assist/earnings');
    await visitor.settles();

    const timer = page.getByRole('region', { name: 'Timer' });
    await tabsTo(/^Stop/);
    await page.keyboard.press('Enter');
    await page
      .getByText(/^Stopped\./)
      .first()
      .waitFor();
    await timer.getByRole('button', { name: /Start/ }).waitFor();

    await page.keyboard.press('Control+k');
    await page
      .getByRole('dialog')
      .getByRole('option', { name: /Start the timer for Harbor Books/ })
      .waitFor();
    await page.keyboard.type('start harbor');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Work for Harbor Books' });
    await dialog.waitFor();
    await tabsTo(/^What are you doing\?/);
    await page.keyboard.type('Moved the reading evening');
    await page.keyboard.press('Enter');
    await timer.getByText('Moved the reading evening').waitFor();
  },
  A_VISIT_MS,
);

test(
  'a client passes the menu in one step, and approves a week after seeing its money',
  async () => {
    visitor = await Visitor.arrive(browser, world.apiUrl, scene.now, { ...DESKTOP, theme: 'dark' });
    const { page } = visitor;
    await signsIn(scene.sam);
    await page.reload();
    await visitor.settles();
    await tabsTo(/^To the work$/);
    await page.keyboard.press('Enter');
    await tabsTo(/^Approve/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/\$\d+\.\d\d/);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    // The keyboard is where it was.
    expect(await stop()).toMatchObject({ reads: expect.stringMatching(/^Approve/), isSeen: true });
    await page.keyboard.press('Enter');
    await tabsTo(/^Approve$/);
    await page.keyboard.press('Enter');
    await page
      .getByText(/^Approved:/)
      .first()
      .waitFor();
  },
  A_VISIT_MS,
);

test(
  'with a thumb on a phone the timer is stopped and a week is approved',
  async () => {
    visitor = await Visitor.arrive(browser, world.apiUrl, scene.now, { ...PHONE, theme: 'light', hasTouch: true });
    const { page } = visitor;
    await visitor.comesAs(scene.beatriz);
    await visitor.opens('/assist');
    const start = page.getByRole('region', { name: 'Timer' }).getByRole('button').first();
    const size = await start.boundingBox();
    expect(size?.height).toBeGreaterThanOrEqual(44);
    expect(size?.width).toBeGreaterThanOrEqual(44);
    expect((size?.y ?? 0) > PHONE.height / 2).toBe(true);
    await page.getByRole('region', { name: 'Timer' }).getByRole('button', { name: 'Stop' }).tap();
    await page
      .getByText(/^Stopped\./)
      .first()
      .waitFor();
    await visitor.leaves();

    visitor = await Visitor.arrive(browser, world.apiUrl, scene.now, { ...PHONE, theme: 'light', hasTouch: true });
    await visitor.comesAs(scene.ingrid);
    await visitor.opens('/hire');
    const approve = visitor.page.getByRole('region', { name: 'To approve' }).getByRole('button', { name: /^Approve/ });
    await approve.tap();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).tap();
    await visitor.page
      .getByText(/^Approved:/)
      .first()
      .waitFor();
    expect(await visitor.tooWide(PHONE)).toBe(0);
  },
  A_VISIT_MS,
);
