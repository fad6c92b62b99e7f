import { readFile } from 'node:fs/promises';

import { strFromU8, unzipSync } from 'fflate';

import type { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { tabsTo } from './keyboard.ts';
import { MORNING, newNora } from './nora.ts';
import { setStage } from './stage.ts';
import { PHONE, type Visitor } from './visitor.ts';

const stage = setStage(MORNING, async () => {});
let nora: ClientPerson;

beforeEach(async () => {
  nora = await newNora(stage.world);
});

const noraAt = (path: string): Promise<Visitor> => stage.comes(nora, path, PHONE);

/** What a program is told that shows this token. */
const asks = (secret: string) =>
  fetch(`${stage.world.apiUrl}/api/contracts`, { headers: { authorization: `Bearer ${secret}` } });

test('by the keys alone, a token is made, shown once, used and revoked', async () => {
  const visitor = await noraAt('/settings/tokens');
  const { page } = visitor;
  await tabsTo(page, /^Create a token/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await tabsTo(page, /^What is it for[?]/);
  await page.keyboard.type('Bookkeeping');
  await tabsTo(page, /^See contracts/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keep your token' }).waitFor();
  const secret = (await page.getByRole('dialog').innerText()).match(/kontor_\S+/)?.[0] ?? '';
  expect((await asks(secret)).status).toBe(200);

  await tabsTo(page, /^I have kept it/);
  await page.keyboard.press('Enter');
  await visitor.opens('/settings/tokens');
  const said = await page.getByRole('main').innerText();
  expect(said).toMatch(/Bookkeeping[\s\S]*See contracts[\s\S]*Last used/);
  expect(said).not.toContain(secret);

  await tabsTo(page, /^Revoke/);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Revoke Bookkeeping?' }).waitFor();
  await tabsTo(page, /^Cancel/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Bookkeeping is revoked.').waitFor();
  expect((await asks(secret)).status).toBe(401);
});

test('what is held is asked for, gathered before one’s eyes, and downloaded once by the mailed link', async () => {
  const visitor = await noraAt('/settings/privacy');
  const { page } = visitor;
  await page.getByRole('button', { name: 'Gather my data' }).click();
  await page.getByRole('progressbar', { name: 'How much is gathered' }).waitFor();
  await page.getByText('Being gathered').waitFor();

  await stage.world.time.quiet();
  await page.reload();
  await page.getByText('The link is in your mail.').waitFor();
  expect(await stage.world.mailTo(nora.email)).toContain('Your data is ready');
  const [asked] = await nora.get<{ id: string }[]>('/privacy/exports');
  const link = `/settings/privacy?export=${asked?.id}&token=${await stage.world.verificationToken(nora.email)}`;
  await visitor.opens(link);
  expect(new URL(page.url()).search).toBe(''); // A key stays in no history.
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await coming).path())));
  expect(strFromU8(files['tables/account.json']!)).toContain(nora.email);

  await visitor.opens(link);
  await page.getByText('This link has been used or is too old.').waitFor();
});

test('the wish to be forgotten is confirmed by the address, and taken back within its 14 days', async () => {
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
  await stage.world.time.passes('15 days');
  await nora.signsIn();
  expect((await nora.get<{ email: string }>('/me')).email).toBe(nora.email);
});

test('an account whose address somebody else gave up is taken back by the link in the old one', async () => {
  await nora.stepsUp();
  const thiefs = 'thief@lake.example';
  await nora.post('/me/email-changes', { email: thiefs, password: nora.password });
  await stage.world.time.quiet();
  await nora.post('/email-changes', { token: await stage.world.verificationToken(thiefs) });
  await stage.world.time.quiet();
  expect(await stage.world.mailTo(nora.email)).toContain('Your e-mail address was changed');

  const visitor = await stage.arrives({ ...PHONE, theme: 'dark' });
  await visitor.opens(`/take-back?token=${await stage.world.verificationToken(nora.email)}`);
  await visitor.page.getByLabel('New password').fill('a longer walk in the hills');
  await visitor.page.keyboard.press('Enter');
  await visitor.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await visitor.fillsInSignIn({ email: nora.email, password: 'a longer walk in the hills' });
  await expect(nora.get('/me')).rejects.toMatchObject({ status: 401 });
});
