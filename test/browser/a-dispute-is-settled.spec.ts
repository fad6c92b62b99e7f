import { BEFORE_THE_WEEK, WorkedWeek } from '../support/worked-week.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

const stage = setStage(BEFORE_THE_WEEK, async (world) => {
  const week = await WorkedWeek.in(world);
  await week.charged();
  return week;
});

test('a client asks, disputes a part of an entry, is offered a part of it, and takes the offer', async () => {
  const week = stage.scene;
  const ingrid = await stage.signsIn(week.ingrid);
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  await ingrid.opens(`/hire/weeks/${past?.id}`);
  await ingrid.page.getByText(/Your review ends/).waitFor();
  await ingrid.page.getByRole('button', { name: /^Ask about it/ }).click();
  await ingrid.page.getByLabel('Your question').fill('Whose e-mail was it?');
  await ingrid.page.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
  await ingrid.page.getByText('Asked. Beatriz Almeida is told now.').waitFor();

  await ingrid.page.getByRole('button', { name: /^Dispute it/ }).click();
  const dialog = ingrid.page.getByRole('dialog');
  await dialog.getByLabel('How much of it?').fill('200');
  await dialog.getByLabel('What is wrong?').selectOption('not_worked');
  await dialog.getByLabel('Say why').fill('The shop was closed from half past eleven.');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('Write whole minutes, from 1 to as many as there are.').waitFor();
  await dialog.getByLabel('How much of it?').fill('40');
  expect(await ingrid.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  // 187 minutes at $18.50 less 147 of them, and the fee on both.
  await dialog.getByText('$13.57').waitFor();
  expect(await dialog.innerText()).toMatch(/The rest, 2:27[\s\S]*\$49\.86, is paid on its ordinary date/);
  await dialog.getByRole('button', { name: 'Dispute it' }).click();
  await ingrid.page.waitForURL('**/hire/disputes/*');
  await ingrid.settles();
  expect(await ingrid.page.getByRole('main').innerText()).toContain('Beatriz Almeida has until');
  expect(await ingrid.faults()).toEqual([]);

  const beatriz = await stage.signsIn(week.beatriz, PHONE);
  await beatriz.settles();
  const waiting = beatriz.page.getByRole('region', { name: 'Needs you' });
  expect(await waiting.innerText()).toMatch(
    /Fjordlys disputes a part of your time: .* Answer until Thu 12 Mar, 11:\d\d/,
  );
  expect(await waiting.innerText()).toMatch(/Fjordlys asks about your time: .* Answer until Fri 13 Mar, 23:00, when/);
  expect(await beatriz.faults()).toEqual([]);
  await waiting.getByRole('link', { name: 'Answer', exact: true }).click();
  expect(await beatriz.faults()).toEqual([]);
  await beatriz.page.getByRole('button', { name: 'Answer' }).click();
  await beatriz.page.getByLabel('Your answer').fill('Of your supplier in Bergen, about the lamps.');
  await beatriz.page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
  await beatriz.page.getByText('Answered: Fjordlys is told.').waitFor();
  await beatriz.page.getByRole('link', { name: /: Fjordlys/ }).click();
  await beatriz.page.getByRole('button', { name: 'Offer a part' }).click();
  await beatriz.page.getByLabel('You give back').fill('20');
  await beatriz.page.getByLabel('Your answer').fill('From ten to twelve I waited for the courier.');
  await beatriz.page.getByText('$6.17').waitFor();
  expect(await beatriz.faults()).toEqual([]);
  await beatriz.page.getByRole('button', { name: 'Offer it' }).click();
  await beatriz.page.getByText('Your offer is with Fjordlys.').waitFor();

  await ingrid.opens('/hire');
  const needs = ingrid.page.getByRole('region', { name: 'Needs you' });
  expect(await needs.innerText()).toMatch(
    /Beatriz Almeida offers to give back a part: .* Answer until Thu 12 Mar, 12:\d\d/,
  );
  await needs.getByRole('link', { name: 'Read and decide' }).click();
  await ingrid.page.getByRole('button', { name: 'Take the offer' }).click();
  expect(await ingrid.page.getByRole('dialog').innerText()).toMatch(
    /You get \$6\.79 back, and Beatriz Almeida keeps \$6\.16/,
  );
  await ingrid.page.getByRole('dialog').getByRole('button', { name: 'Take the offer' }).click();
  await ingrid.page.getByText('Taken: the dispute is settled.').waitFor();
  await ingrid.page.getByText(/Settled by an offer .*: \$6\.79 goes back to Fjordlys/).waitFor();
  expect(await ingrid.page.getByRole('button', { name: 'Withdraw' }).count()).toBe(0);

  const [invoice] = await week.ingrid.get<{ id: string }[]>('/invoices');
  await ingrid.opens(`/hire/invoices/${invoice?.id}`);
  await ingrid.page.getByText('Dispute settled').waitFor();
  expect(await ingrid.page.getByRole('region', { name: 'Given back' }).innerText()).toMatch(
    /After a dispute[\s\S]*\$6\.79[\s\S]*\$56\.64/,
  );
  expect(await ingrid.faults()).toEqual([]);
});
