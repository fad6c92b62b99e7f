import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { BEFORE_THE_WEEK, WorkedWeek } from '../support/worked-week.ts';
import { setStage } from './stage.ts';

const NEXT_MONDAY = '2026-03-09';

const stage = setStage(BEFORE_THE_WEEK, WorkedWeek.in);

/** The newest invoice's address. */
async function newestInvoice(): Promise<string> {
  const invoices = await stage.scene.ingrid.get<{ id: string; issuedAt: string }[]>('/invoices');
  const [newest] = invoices.toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt));
  return `/hire/invoices/${newest?.id}`;
}

test('a card that is declined for good is said to be, and another one saved on the hosted page pays at once', async () => {
  const week = stage.scene;
  await week.cardNow('stolen_card');
  await week.charged();
  const invoice = await newestInvoice();

  const beatriz = await stage.signsIn(week.beatriz);
  await beatriz.opens('/assist/earnings');
  await beatriz.page.getByText(/Fjordlys’s card was declined, and another one is asked for/).waitFor();
  expect(await beatriz.faults()).toEqual([]);

  const ingrid = await stage.signsIn(week.ingrid);
  const { page } = ingrid;
  await ingrid.opens(invoice);
  await page.getByText(/It is not tried again with the same card/).waitFor();
  expect(await ingrid.faults()).toEqual([]);
  await page.getByRole('button', { name: 'Save another card' }).click();
  await page.getByRole('textbox', { name: /number/i }).fill('5555555555554444');
  await page.getByRole('button', { name: 'Save card' }).click();
  await page.getByText('The card ending in 4444 is saved.').waitFor();
  await stage.world.time.quiet();

  await ingrid.opens(invoice);
  await page.getByRole('region', { name: 'Where it stands' }).getByText('Paid.', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: /^Pay / }).count()).toBe(0);
  await beatriz.opens('/assist/earnings');
  expect(await beatriz.page.getByRole('main').innerText()).not.toContain('declined');
});

test('where the bank wants its cardholder, the payment is confirmed on its page', async () => {
  const { ingrid: client, beatriz, contract } = stage.scene;
  await client.savesCard('4000002760003184');
  await stage.world.time.passesTo(at('tue 18:00', NEXT_MONDAY, beatriz.zone));
  await beatriz.logs(contract, 'tue 9:00-12:07', 'Answered customer e-mail', NEXT_MONDAY);
  await stage.world.time.passesTo(at('mon 12:00', '2026-03-16', client.zone));

  const ingrid = await stage.comes(client, await newestInvoice());
  const { page } = ingrid;
  await page.getByText(/Your bank wants you to confirm the payment/).waitFor();
  await page.getByRole('button', { name: 'Pay $63.43 now' }).click();
  await page.getByRole('button', { name: 'Fail the authentication' }).click();
  await page.getByText('Your bank refused it. Try again, or save another card.').waitFor();
  await ingrid.settles();
  await page.getByRole('button', { name: 'Pay $63.43 now' }).click();
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Paid. Work goes on as ever.').waitFor();
});
