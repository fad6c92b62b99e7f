import { readFile } from 'node:fs/promises';

import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';

import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { openBrowser, PHONE, Visitor } from './visitor.ts';

const MORNING = new Date('2026-03-02T09:00:00Z');
const PATIENCE_MS = 300_000;
const MOST_TABS = 80;

let world: World;
let browser: Browser;
let nora: ClientPerson;
let visitors: Visitor[] = [];
let people = 0;

beforeAll(async () => {
  world = await storyWorld(MORNING);
  browser = await openBrowser();
}, PATIENCE_MS);
afterAll(async () => {
  await browser?.close();
  await world?.end();
});
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

async function noraAt(path: string, look = { ...PHONE, theme: 'light' as const }): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, world.apiUrl, world.time.now(), look);
  visitors.push(visitor);
  await visitor.signsIn(nora);
  await visitor.opens(path);
  return visitor;
}

/** To what has this name, by the keys alone. */
async function tabsTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const said = await page.evaluate<string>(
      '(document.activeElement?.labels?.[0] ?? document.activeElement)?.innerText?.trim() ?? ""',
    );
    if (said.startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No key leads to ${name}`);
}

/** What a program is told that shows this token. */
const asks = (secret: string) =>
  fetch(`${world.apiUrl}/api/contracts`, { headers: { authorization: `Bearer ${secret}` } });

test(
  'by the keys alone, a token is made, shown once, used and revoked',
  async () => {
    const visitor = await noraAt('/settings/tokens');
    const { page } = visitor;
    await tabsTo(page, 'Create a token');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabsTo(page, 'What is it for?');
    await page.keyboard.type('Bookkeeping');
    await tabsTo(page, 'See contracts');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Keep your token' }).waitFor();
    const secret = (await page.getByRole('dialog').innerText()).match(/kontor_\S+/)?.[0] ?? '';
    expect((await asks(secret)).status).toBe(200);

    await tabsTo(page, 'I have kept it');
    await page.keyboard.press('Enter');
    await visitor.opens('/settings/tokens');
    const said = await page.getByRole('main').innerText();
    expect(said).toMatch(/Bookkeeping[\s\S]*See contracts[\s\S]*Last used/);
    expect(said).not.toContain(secret);

    await tabsTo(page, 'Revoke');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Revoke Bookkeeping?' }).waitFor();
    await tabsTo(page, 'Cancel');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Bookkeeping is revoked.').waitFor();
    expect((await asks(secret)).status).toBe(401);
  },
  PATIENCE_MS,
);

test(
  'what is held is asked for, gathered before one’s eyes, and downloaded once by the mailed link',
  async () => {
    const visitor = await noraAt('/settings/privacy');
    const { page } = visitor;
    await page.getByRole('button', { name: 'Gather my data' }).click();
    await page.getByRole('progressbar', { name: 'How much is gathered' }).waitFor();
    await page.getByText('Being gathered').waitFor();

    await world.time.quiet();
    await page.reload();
    await page.getByText('The link is in your mail.').waitFor();
    expect(await world.mailTo(nora.email)).toContain('Your data is ready');
    const [asked] = await nora.get<{ id: string }[]>('/privacy/exports');
    const link = `/settings/privacy?export=${asked?.id}&token=${await world.verificationToken(nora.email)}`;
    await visitor.opens(link);
    expect(new URL(page.url()).search).toBe(''); // A key stays in no history.
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download my data' }).click();
    const files = unzipSync(new Uint8Array(await readFile(await (await coming).path())));
    expect(strFromU8(files['tables/account.json']!)).toContain(nora.email);

    await visitor.opens(link);
    await page.getByText('This link has been used or is too old.').waitFor();
  },
  PATIENCE_MS,
);

test(
  'the wish to be forgotten is confirmed by the address, and taken back within its 14 days',
  async () => {
    const { page } = await noraAt('/settings/privacy');
    await page.getByRole('button', { name: 'Delete my account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
    await dialog.getByLabel('Type your e-mail address to confirm').fill('somebody@else.example');
    await dialog.getByRole('button', { name: 'Delete my account' }).click();
    await dialog
      .getByText(/not the address of your account/i)
      .first()
      .waitFor();
    await dialog.getByLabel('Type your e-mail address to confirm').fill(nora.email);
    await dialog.getByRole('button', { name: 'Delete my account' }).click();
    await page.getByText(/Your account is deleted on .*16 Mar/).waitFor();

    await page.getByRole('button', { name: 'Keep my account' }).click();
    await page.getByText('Your account stays.').waitFor();
    await world.time.passes('15 days');
    await nora.signsIn();
    expect((await nora.get<{ email: string }>('/me')).email).toBe(nora.email);
  },
  PATIENCE_MS,
);

test(
  'an account whose address somebody else gave up is taken back by the link in the old one',
  async () => {
    await nora.stepsUp();
    const thiefs = `thief${people}@lake.example`;
    await nora.post('/me/email-changes', { email: thiefs, password: nora.password });
    await world.time.quiet();
    await nora.post('/email-changes', { token: await world.verificationToken(thiefs) });
    await world.time.quiet();
    expect(await world.mailTo(nora.email)).toContain('Your e-mail address was changed');

    const visitor = await Visitor.arrive(browser, world.apiUrl, world.time.now(), { ...PHONE, theme: 'dark' });
    visitors.push(visitor);
    await visitor.opens(`/take-back?token=${await world.verificationToken(nora.email)}`);
    await visitor.page.getByLabel('New password').fill('a longer walk in the hills');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await visitor.fillsInSignIn({ email: nora.email, password: 'a longer walk in the hills' });
    await expect(nora.get('/me')).rejects.toMatchObject({ status: 401 });
  },
  PATIENCE_MS,
);
