import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';

import { WorkedWeek } from '../support/worked-week.ts';
import { DESKTOP, openBrowser, type Person, Visitor } from './visitor.ts';

const PATIENCE_MS = 300_000;

let week: WorkedWeek | undefined;
let browser: Browser;
let visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await openBrowser();
}, PATIENCE_MS);

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  const complaints = visitors.flatMap((visitor) => visitor.complaints);
  for (const visitor of visitors) await visitor.leaves();
  visitors = [];
  await week?.world.end();
  week = undefined;
  expect(complaints).toEqual([]);
});

async function signedIn(to: WorkedWeek, person: Person): Promise<Visitor> {
  const { apiUrl, time } = to.world;
  const visitor = await Visitor.arrive(browser, apiUrl, time.now(), { ...DESKTOP, theme: 'light' });
  visitors.push(visitor);
  await visitor.signsIn(person);
  return visitor;
}

async function expectNothingForAxe({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test(
  'a card that is declined for good is said to be, and another one saved on the hosted page pays at once',
  async () => {
    week = await WorkedWeek.begin();
    await week.cardNow('stolen_card');
    await week.charged();
    const { id } = await week.invoice();

    const beatriz = await signedIn(week, week.beatriz);
    await beatriz.opens('/assist/earnings');
    await beatriz.page.getByText(/Fjordlys’s card was declined, and another one is asked for/).waitFor();
    await expectNothingForAxe(beatriz);

    const ingrid = await signedIn(week, week.ingrid);
    const { page } = ingrid;
    await ingrid.opens(`/hire/invoices/${id}`);
    await page.getByText(/It is not tried again with the same card/).waitFor();
    await expectNothingForAxe(ingrid);
    await page.getByRole('button', { name: 'Save another card' }).click();
    await page.getByRole('textbox', { name: /number/i }).fill('5555555555554444');
    await page.getByRole('button', { name: 'Save card' }).click();
    await page.getByText('The card ending in 4444 is saved.').waitFor();
    await week.world.time.quiet();

    await ingrid.opens(`/hire/invoices/${id}`);
    await page.getByRole('region', { name: 'Where it stands' }).getByText('Paid.', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Pay / }).count()).toBe(0);
    await beatriz.opens('/assist/earnings');
    expect(await beatriz.page.getByRole('main').innerText()).not.toContain('declined');
  },
  PATIENCE_MS,
);

test(
  'where the bank wants its cardholder, the payment is confirmed on its page',
  async () => {
    week = await WorkedWeek.begin({ card: '4000002760003184' });
    await week.charged();
    const { id } = await week.invoice();
    const ingrid = await signedIn(week, week.ingrid);
    const { page } = ingrid;
    await ingrid.opens(`/hire/invoices/${id}`);
    await page.getByText(/Your bank wants you to confirm the payment/).waitFor();

    await page.getByRole('button', { name: 'Pay $63.43 now' }).click();
    await page.getByRole('button', { name: 'Fail the authentication' }).click();
    await page.getByText('Your bank refused it. Try again, or save another card.').waitFor();
    await ingrid.settles();
    await page.getByRole('button', { name: 'Pay $63.43 now' }).click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Paid. Work goes on as ever.').waitFor();
  },
  PATIENCE_MS,
);
