import type { Browser } from 'playwright-core';

import type { World } from '../../apps/kontor/src/world/world.ts';
import { storyWorld } from '../support/story-world.ts';
import { BEGINNING, playScene, type Scene } from './scene.ts';
import { openBrowser, type Person, Visitor } from './visitor.ts';

const SETTING_THE_SCENE_MS = 600_000;
const SIGNING_UP_MS = 180_000;

let world: World;
let scene: Scene;
let browser: Browser;
let visitor: Visitor | undefined;

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
  expect(visitor?.complaints ?? []).toEqual([]);
  await visitor?.leaves();
  visitor = undefined;
});

async function arrive(): Promise<Visitor> {
  await visitor?.leaves();
  visitor = await Visitor.arrive(browser, world.apiUrl, scene.now);
  return visitor;
}

async function signedIn(person: Person): Promise<Visitor> {
  const signed = await arrive();
  await signed.signsIn(person);
  return signed;
}

test('a client signs in and sees what the week is worth so far, and what waits for approval', async () => {
  const ingrid = await signedIn(scene.ingrid);
  const { page } = ingrid;

  expect(new URL(page.url()).pathname).toBe('/hire');
  const working = page.getByRole('region', { name: 'Working for you' });
  // 8 h of Monday and Tuesday and 1 h 15 min on the timer, at $18.50, and 10 % on top.
  expect(await working.innerText()).toMatch(/9:15 of 15:00[\s\S]*\$188\.24/);
  await page
    .getByRole('region', { name: 'To approve' })
    .getByRole('button', { name: /^Approve/ })
    .click();
  expect(await page.getByRole('dialog').innerText()).toContain('13:00 hours for $264.55 all in');
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Approved: 13:00 of Beatriz Almeida.').waitFor();
  await ingrid.settles();
  expect(await page.getByRole('region', { name: 'To approve' }).count()).toBe(0);
});

test('an assistant sees today across clients, and the timer is always there', async () => {
  const beatriz = await signedIn(scene.beatriz);
  const { page } = beatriz;

  expect(new URL(page.url()).pathname).toBe('/assist');
  expect(await page.getByRole('region', { name: 'This week' }).innerText()).toMatch(
    /Fjordlys Interiør[\s\S]*5:45 left[\s\S]*Harbor Books[\s\S]*5:10 left/,
  );
  await beatriz.opens('/assist/earnings');
  const timer = page.getByRole('region', { name: 'Timer' });
  expect(await timer.innerText()).toContain('1:15:00');
  await timer.getByRole('button', { name: 'Switch' }).click();
  await page.getByLabel('What are you doing?').fill('Questions about the reading evening');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch' }).click();
  await page.getByText('The timer runs for Harbor Books.').waitFor();
  expect(await timer.innerText()).toContain('Questions about the reading evening');
});

test('an hour that is logged already is refused, and answered by a choice', async () => {
  const beatriz = await signedIn(scene.beatriz);
  const { page } = beatriz;
  await beatriz.opens('/assist/time');
  await page.getByRole('button', { name: 'Log time' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Client').selectOption({ label: 'Harbor Books: Customer enquiries' });
  await form.getByLabel('Day').fill('2026-03-10');
  await form.getByLabel('From').fill('12:00');
  await form.getByLabel('To', { exact: true }).fill('15:00');
  await form.getByLabel('What did you do?').fill('Ordered the reading copies');
  await form.getByRole('button', { name: 'Log it' }).click();

  const dialog = page.getByRole('dialog', { name: 'Some of this time is already logged' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('logged for Fjordlys Interiør already');
  await dialog.getByRole('radio', { name: /Log only what is free for Harbor Books/ }).check();
  await dialog.getByRole('button', { name: 'Log it so' }).click();

  await page.getByText('1:35 logged.').waitFor();
  await beatriz.settles();
  expect(await page.getByRole('main').innerText()).toMatch(/13:25–15:00\s+Harbor Books\s+Ordered the reading copies/);
});

test(
  'somebody signs up, confirms the address, saves a card on the hosted page and offers a contract that is accepted',
  async () => {
    const liv = await arrive();
    const { page } = liv;
    await liv.opens('/');
    await page.getByRole('link', { name: 'Hire an assistant' }).click();
    await page.getByLabel('Your business').fill('Bergs Bokhandel');
    await page.getByLabel('Your name').fill('Liv Berg');
    await page.getByLabel('E-mail').fill('liv@bergs.example');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Change' }).click();
    await page.getByLabel('Country').selectOption('NO');
    await page.getByRole('button', { name: 'Start hiring' }).click();
    await page.getByText('Must have 12 characters or more.').waitFor();
    expect(await page.getByLabel('Your business').inputValue()).toBe('Bergs Bokhandel');
    await page.getByLabel('Password').fill('a shelf of unread books');
    await page.getByRole('button', { name: 'Start hiring' }).click();
    await page.getByRole('heading', { name: 'New brief' }).waitFor();
    await world.time.quiet();
    await liv.opens(`/verify-email?token=${await world.verificationToken('liv@bergs.example')}`);
    await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
    await page.getByRole('link', { name: 'Go on' }).click();

    await page.getByRole('link', { name: 'Save a card' }).click();
    await page.getByRole('button', { name: 'Save a card at Stripe' }).click();
    await page.getByRole('textbox', { name: /number/i }).fill('4242424242424242');
    await page.getByRole('button', { name: 'Save card' }).click();
    await page.getByText('The card ending in 4242 is saved.').waitFor();

    await page.getByRole('link', { name: 'This week' }).first().click();
    await page.getByRole('link', { name: 'Write a brief' }).click();
    await page.getByLabel('Title').fill('Posts about new books');
    await page.getByLabel('Social media').check();
    expect(await page.getByRole('main').innerText()).toContain('$198.00 to $330.00');
    await page.getByRole('button', { name: 'Post it and see who fits' }).click();
    await page.getByRole('button', { name: 'Offer a contract to Maja Kowalska' }).click();
    await page.getByLabel('Most hours a week').fill('10');
    expect(await page.getByRole('dialog').innerText()).toContain('$214.50');
    await page.getByRole('button', { name: 'Send the offer' }).click();
    await page.getByText('Your offer is on its way to Maja Kowalska.').waitFor();
    expect(liv.complaints).toEqual([]);

    const maja = await signedIn(scene.maja);
    await maja.page.getByRole('link', { name: 'Read them' }).click();
    const offer = maja.page.getByRole('listitem').filter({ hasText: 'Posts about new books' }).first();
    await offer.getByRole('button', { name: 'Accept' }).click();
    await maja.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await maja.page.getByText('Accepted: you can start working.').waitFor();
  },
  SIGNING_UP_MS,
);

test('whoever lost the session signs in and goes on where they were', async () => {
  const ingrid = await signedIn(scene.ingrid);
  const { page } = ingrid;
  await page.context().clearCookies();
  await ingrid.opens('/hire/invoices');

  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await ingrid.fillsInSignIn(scene.ingrid);
  await page.waitForURL('**/hire/invoices');
  await page.getByRole('heading', { name: 'Invoices' }).waitFor();
});
