import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';

import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { DESKTOP, type Look, openBrowser, PHONE, Visitor } from './visitor.ts';

const MORNING = new Date('2026-03-02T09:00:00Z');
const NEW_PASSWORD = 'a longer walk in the hills';
const PATIENCE_MS = 300_000;

let world: World;
let browser: Browser;
let nora: ClientPerson;
let visitors: Visitor[] = [];

beforeAll(async () => {
  world = await storyWorld(MORNING);
  browser = await openBrowser();
}, PATIENCE_MS);

afterAll(async () => {
  await browser?.close();
  await world?.end();
});

let people = 0;
beforeEach(async () => {
  people += 1;
  const shop = { name: 'Lind & Co', country: 'SE', zone: 'Europe/Stockholm' };
  nora = new ClientPerson(world, 'Nora Lind', shop, `nora${people}@lind.example`);
  await nora.signsUp(shop);
});
afterEach(async () => {
  expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
  for (const visitor of visitors) await visitor.leaves();
  visitors = [];
});

async function arrive(look: Partial<Look> = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, world.apiUrl, MORNING, { ...DESKTOP, theme: 'light', ...look });
  visitors.push(visitor);
  return visitor;
}

test(
  'whoever forgot the password gets back in by mail, and is signed out everywhere else',
  async () => {
    const elsewhere = await arrive();
    await elsewhere.signsIn(nora);

    const visitor = await arrive(PHONE);
    const { page } = visitor;
    await visitor.opens('/sign-in');
    await page.getByRole('link', { name: 'Forgotten your password?' }).click();
    await page.getByLabel('E-mail').fill(nora.email);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();

    await world.time.quiet();
    const token = await world.verificationToken(nora.email);
    await visitor.opens(`/reset-password?token=${token}`);
    await page.getByLabel('New password').fill('password1234');
    await page.keyboard.press('Enter');
    await page.getByText('Is one of those that are tried first.', { exact: true }).waitFor();
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Your password is changed. Sign in with the new one.').waitFor();
    await visitor.fillsInSignIn({ email: nora.email, password: NEW_PASSWORD });

    await elsewhere.opens('/hire');
    expect(new URL(elsewhere.page.url()).pathname).toBe('/sign-in');

    await visitor.opens(`/reset-password?token=${token}`);
    await page.getByLabel('New password').fill(`${NEW_PASSWORD} again`);
    await page.keyboard.press('Enter');
    await page.getByText('This link has been used or is too old.').waitFor();
  },
  PATIENCE_MS,
);

test(
  'devices are seen and signed out, and the password is changed, by keyboard alone',
  async () => {
    const other = await arrive();
    await other.signsIn(nora);
    const here = await arrive();
    await here.signsIn(nora);
    const { page } = here;
    await page.getByRole('link', { name: 'Security and devices' }).press('Enter');
    await here.settles();
    const devices = page.getByRole('region', { name: 'Devices' });
    expect(await devices.getByRole('listitem').count()).toBe(3); // With the one that signed up.
    expect(await devices.getByRole('listitem').first().innerText()).toMatch(/Chrome on Linux[\s\S]*This one/);
    await devices.getByRole('button', { name: 'Sign out all others' }).press('Enter');
    await page.getByText('All other devices are signed out.').waitFor();
    await other.opens('/hire');
    expect(new URL(other.page.url()).pathname).toBe('/sign-in');

    const password = page.getByRole('region', { name: 'Password' });
    await password.getByLabel('The password you have now').fill('not the right one');
    await password.getByLabel('The new one').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await password.getByText('Is not your password.', { exact: true }).waitFor();
    await password.getByLabel('The password you have now').fill(nora.password);
    await page.keyboard.press('Enter');
    await page.getByText('Your password is changed.').waitFor();
    await here.opens('/hire');
    expect(new URL(page.url()).pathname).toBe('/hire');
  },
  PATIENCE_MS,
);

test(
  'the address changes once the link in the new mailbox is opened',
  async () => {
    const here = await arrive();
    await here.signsIn(nora);
    await here.opens('/settings/security');
    const { page } = here;
    const section = page.getByRole('region', { name: 'E-mail' });
    const next = `nora.lind${people}@hills.example`;
    await section.getByLabel('New e-mail').fill(next);
    await section.getByLabel('Your password').fill(nora.password);
    await page.keyboard.press('Enter');
    await section.getByText(`We sent a link to ${next}.`).waitFor();

    await world.time.quiet();
    await here.opens(`/confirm-email?token=${await world.verificationToken(next)}`);
    await page.getByRole('heading', { name: 'Your address is changed' }).waitFor();
    await page.getByText(`You sign in with ${next} from now on.`).waitFor();
  },
  PATIENCE_MS,
);

test.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])(
  'its screens fit %s, and leave nothing for axe to find',
  async (_, look) => {
    const visitor = await arrive(look);
    await visitor.signsIn(nora);
    for (const path of [
      '/settings/security',
      '/forgotten-password',
      '/reset-password?token=x',
      '/confirm-email?token=x',
    ]) {
      await visitor.opens(path);
      const { violations } = await new AxeBuilder({ page: visitor.page }).analyze();
      expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(await visitor.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(look.width);
    }
  },
  PATIENCE_MS,
);
