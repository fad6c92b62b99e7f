import type { Locator } from 'playwright-core';

import { assistantsOffer, castOf } from '../../apps/kontor/src/world/cast.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { BEGINNING } from './scene.ts';
import { setStage } from './stage.ts';
import type { Visitor } from './visitor.ts';

const MONDAY = '2026-02-16';
const ANSWERS_WITHIN_MS = 15_000;

const lisbon = (text: string) => at(text, MONDAY, 'Europe/Lisbon');
const comes = (text: string) => stage.world.time.passesTo(lisbon(text));

const stage = setStage(
  BEGINNING,
  async (world) => {
    const cast = castOf(world);
    const { ingrid, sam, beatriz } = cast;
    await assistantsOffer(cast);
    for (const client of [ingrid, sam]) {
      await client.opensShop();
      await client.savesCard();
    }
    await ingrid.hires(beatriz, { at: '18.50', hours: 15, title: 'Shop assistant' });
    await sam.hires(beatriz, { at: '17.00', hours: 10, title: 'Customer enquiries' });
    await world.time.passesTo(lisbon('wed 12:00'));
    return cast;
  },
  { forgives: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ },
);
let visitor: Visitor;

beforeEach(async () => {
  visitor = await stage.arrives({ keepsShell: true });
  visitor.page.setDefaultTimeout(ANSWERS_WITHIN_MS);
  await visitor.signsIn(stage.scene.beatriz);
});

/** The cell of a client's day, 0 being Monday. */
function cell(client: string, day: number): Locator {
  const row = visitor.page.getByRole('row').filter({ has: visitor.page.getByRole('rowheader', { name: client }) });
  return row.getByRole('button').nth(day);
}

async function types(where: Locator, text: string): Promise<void> {
  await where.focus();
  await visitor.page.keyboard.type(text);
  await visitor.page.keyboard.press('Enter');
}

test('a week is written in the grid by keyboard alone, and what overlaps is asked about', async () => {
  const { page } = visitor;
  await visitor.opens('/assist/time');
  await types(cell('Fjordlys', 0), '9-12:30 Inbox of the week-end, 40 mails');
  await page.getByText('3:30 logged.').waitFor();
  await types(cell('Harbor', 0), '12-15 Answered orders and returns');

  const question = page.getByRole('dialog', { name: 'Some of this time is already logged' });
  await question.getByRole('radio', { name: /Log only what is free for Harbor Books/ }).check();
  await question.getByRole('button', { name: 'Log it so' }).click();
  await page.getByText('2:30 logged.').waitFor();
  await types(cell('Fjordlys', 1), '9-11 Planned posts for the month');
  await page.getByText('2:00 logged.').waitFor();
  await visitor.settles();

  expect(await page.getByRole('table', { name: 'The week, days by clients' }).innerText()).toMatch(
    /Fjordlys[\s\S]*5:30[\s\S]*of 15:00[\s\S]*Harbor[\s\S]*2:30/,
  );

  await cell('Harbor', 0).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.getByText('Changed.').waitFor();
  await page.getByRole('button', { name: /^Harbor Books, Tuesday,? 17 February: 2 hours 30 minutes$/ }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Harbor Books, Monday,? 16 February: 2 hours 30 minutes$/ }).waitFor();
});

test('a line half-typed on a day outlives a click beside it and a reload, until it is logged or given up', async () => {
  const { page } = visitor;
  await visitor.opens('/assist/time');
  await cell('Harbor', 2).focus();
  await page.keyboard.type('9-9:30 Called the print');
  await page.getByRole('heading', { level: 1 }).click();
  await cell('Harbor', 2).getByText('9-9:30 Called the print').waitFor();
  await visitor.opens('/assist/time');
  await cell('Harbor', 2).click();
  await page.keyboard.type('er about the catalogue');
  await page.keyboard.press('Enter');
  await page.getByText('0:30 logged.').waitFor();
  await cell('Harbor', 2).getByText('Typed and not logged yet:').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Harbor Books, Wednesday,? 18 February: 30 minutes$/ }).waitFor();

  await cell('Fjordlys', 2).focus();
  await page.keyboard.type('10-11 On second thoughts');
  await page.keyboard.press('Escape');
  await cell('Fjordlys', 2).getByText('On second thoughts').waitFor({ state: 'detached' });
  await visitor.opens('/assist/time');
  await cell('Fjordlys', 2).waitFor();
  expect(await cell('Fjordlys', 2).innerText()).not.toContain('On second thoughts');
});

test('an entry that was deleted comes back when that is undone, and is gone when it is not', async () => {
  const { page } = visitor;
  await visitor.opens('/assist/time');
  await cell('Fjordlys', 1).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: /^Fjordlys .*Tuesday,? 17 February: nothing$/ }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: /^Fjordlys .*Tuesday,? 17 February: 2 hours$/ }).waitFor();

  await cell('Fjordlys', 1).focus();
  await page.keyboard.press('Delete');
  await visitor.opens('/assist');
  await visitor.opens('/assist/time');
  await page.getByRole('button', { name: /^Fjordlys .*Tuesday,? 17 February: nothing$/ }).waitFor();
});

test('the timer is started, stopped, taken up again and switched without a mouse', async () => {
  const { page } = visitor;
  const timer = page.getByRole('region', { name: 'Timer' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await page.getByLabel('What are you doing?').waitFor();
  await page.keyboard.type('Calls about the spring sale');
  await page.keyboard.press('Enter');
  await page.getByText(/^The timer runs for /).waitFor();
  await page.keyboard.press('x');
  await page.getByText(/^Stopped\./).waitFor();
  await page.keyboard.press('Control+z');
  await timer.getByRole('button', { name: 'Stop' }).waitFor();

  await page.keyboard.press('s');
  await page.getByLabel('What are you doing?').waitFor();
  await page.keyboard.type('Orders from the fair');
  await page.keyboard.press('Enter');
  await timer.getByText('Orders from the fair').waitFor();
  await page.keyboard.press('x');
  await timer.getByText('No timer runs.').waitFor();
});

test('what was timed without a network is kept over a reload, told in its order, and counts from when it was done', async () => {
  const { page } = visitor;
  const timer = page.getByRole('region', { name: 'Timer' });
  await comes('wed 13:00');
  await visitor.clockShows(stage.world.time.now());
  await visitor.opens('/assist');
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await visitor.opens('/assist');
  await page.context().setOffline(true);

  await page.keyboard.press('s');
  await page.keyboard.type('Letters without a network');
  await page.keyboard.press('Enter');
  await timer.getByText('Not sent yet, and kept here:').waitFor();
  await comes('wed 13:40');
  await visitor.clockShows(stage.world.time.now());
  await page.reload();
  await timer.getByText('0:40:00').waitFor();
  await page.keyboard.press('x');
  await timer.getByText('2 not sent yet, and kept here:').waitFor();

  await comes('wed 15:00');
  await visitor.clockShows(stage.world.time.now());
  await page.context().setOffline(false);
  await timer.getByText('not sent yet').waitFor({ state: 'detached' });
  const from = encodeURIComponent(lisbon('wed 12:30').toISOString());
  const to = encodeURIComponent(lisbon('wed 16:00').toISOString());
  const entries = await stage.scene.beatriz.get<{ note: string; start: string; end: string }[]>(
    `/time-entries?from=${from}&to=${to}`,
  );
  expect(entries).toMatchObject([
    {
      note: 'Letters without a network',
      start: lisbon('wed 13:00').toISOString(),
      end: lisbon('wed 13:40').toISOString(),
    },
  ]);
});

test('a start that the server cannot take is asked about, and never dropped', async () => {
  const { page } = visitor;
  const timer = page.getByRole('region', { name: 'Timer' });
  await comes('thu 9:00');
  await visitor.clockShows(stage.world.time.now());
  await visitor.opens('/assist');
  await page.context().setOffline(true);
  await page.keyboard.press('s');
  await page.keyboard.type('Letters without a network');
  await page.keyboard.press('Enter');
  await timer.getByText('Not sent yet').waitFor();
  await comes('thu 10:00');
  await visitor.clockShows(stage.world.time.now());
  await page.keyboard.press('x');
  await timer.getByText('2 not sent yet').waitFor();

  // Meanwhile, on another machine.
  const [week] =
    await stage.scene.beatriz.get<{ contractId: string; client: { name: string } }[]>('/weeks?which=current');
  await stage.scene.beatriz.logs(week?.contractId ?? '', 'thu 9:30-10:00', 'Logged at the library', MONDAY);
  await page.context().setOffline(false);
  const refused = timer.getByRole('region', { name: 'Not taken' });
  await refused.getByText('Some of this time is already logged.').waitFor();
  await refused.getByRole('button', { name: 'Log it by hand' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Log it' }).click();
  await page.getByRole('radio', { name: /Log only what is free/ }).check();
  await page.getByRole('button', { name: 'Log it so' }).click();
  await page.getByText('0:30 logged.').waitFor();
  await refused.waitFor({ state: 'detached' });
});

test('a file that is handed over goes on without its sender, who finds its bar and then its outcome', async () => {
  const { page } = visitor;
  await visitor.opens('/assist/time/import');
  const handsOver = async (name: string, rows: readonly string[]) => {
    const content = [
      'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()',
      ...rows,
    ].join('\r\n');
    await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByLabel('Client').selectOption({ label: 'Harbor Books: Customer enquiries' });
    await page.getByRole('button', { name: 'Read it first' }).click();
    await page.getByRole('table', { name: 'Entries read from the file' }).getByText('Packed the returns').waitFor();
    await page.getByRole('button', { name: 'Log all 2' }).click();
    await page.getByRole('progressbar', { name }).waitFor();
  };
  const early =
    'Beatriz,beatriz@toggl.example,,,,Answered the early mails,No,2026-02-19,07:00:00,2026-02-19,08:00:00,01:00:00,,';
  const returns =
    'Beatriz,beatriz@toggl.example,,,,Packed the returns,No,2026-02-19,08:00:00,2026-02-19,08:45:00,00:45:00,,';
  await handsOver('february.csv', [early, returns]);
  await handsOver('again.csv', [early, returns]);

  await visitor.opens('/assist/time');
  await visitor.opens('/assist/time/import');
  const files = page.getByRole('region', { name: 'Files handed over' });
  const file = (name: string) => files.getByRole('listitem').filter({ hasText: name });
  await file('again.csv').getByRole('progressbar').waitFor();
  expect(await file('february.csv').innerText()).toMatch(
    /Harbor Books: Customer enquiries[\s\S]*Waiting[\s\S]*0 of 2 rows/,
  );
  expect(await visitor.faults()).toEqual([]);

  await stage.world.time.quiet();
  await file('2 rows, logged').waitFor(); // Whichever of them came first.
  await file('Nothing of it was logged').waitFor();
  expect(await file('Nothing of it was logged').innerText()).toMatch(
    /Refused[\s\S]*Mend the file[\s\S]*Line 2[\s\S]*is already logged for Harbor Books[\s\S]*Line 3/,
  );
  expect(await files.getByRole('progressbar').count()).toBe(0);
  expect(await visitor.faults()).toEqual([]);
});

test('the week is paid out, and the assistant is told and sees it split by client', async () => {
  await stage.world.time.passes('3 weeks');
  visitor = await stage.signsIn(stage.scene.beatriz);
  const { page } = visitor;
  await visitor.opens('/assist/earnings');
  await page.getByText('The same as a table').click();
  expect(await page.getByRole('table', { name: 'By week and client' }).innerText()).toMatch(/\$\d+\.\d\d/);
  await visitor.opens('/assist/payouts');
  expect(await page.getByRole('region', { name: 'Paid to your bank' }).innerText()).toMatch(
    /In your bank[\s\S]*(Fjordlys|Harbor)/,
  );
  await page
    .getByRole('button', { name: /^Notifications/ })
    .first()
    .click();
  await page
    .getByText(/has been paid to your bank/)
    .first()
    .waitFor();
});
