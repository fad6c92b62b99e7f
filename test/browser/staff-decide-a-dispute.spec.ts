import { readFile } from 'node:fs/promises';

import sharp from 'sharp';

import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { BEFORE_THE_WEEK, WorkedWeek } from '../support/worked-week.ts';
import { setStage } from './stage.ts';
import { PHONE, type Visitor } from './visitor.ts';

const WHY = 'The calendar shows that the office was closed';

/** 127 minutes at $18.50 were charged and are disputed; the assistant said nothing for three days. */
const stage = setStage(BEFORE_THE_WEEK, async (world) => {
  const week = await WorkedWeek.in(world, { worked: 'tue 9:00-11:07' });
  await week.charged();
  const [past] = await week.ingrid.get<{ id: string }[]>('/weeks?which=past');
  const { entries } = await week.ingrid.get<{ entries: { id: string }[] }>(`/weeks/${past?.id}`);
  const id = await week.ingrid.disputes(past?.id ?? '', entries[0]?.id ?? '', { reason: WHY });
  const { number } = await week.ingrid.get<{ number: string }>(`/disputes/${id}`);
  await world.time.passes('3 days');
  const dana = new StaffPerson(world, 'Dana Reyes', 'Europe/Lisbon');
  await dana.joins();
  return { week, dana, id, number };
});

test('each side adds a file and opens the other’s', async () => {
  const { week, id } = stage.scene;
  const ingrid = await stage.comes(week.ingrid, `/hire/disputes/${id}`);
  const sheet = Buffer.from('day,office\nTuesday,closed from 10:00\n');
  await adds(ingrid, { name: 'calendar.csv', mimeType: 'text/csv', buffer: sheet }, 'The office calendar of that day');

  const beatriz = await stage.comes(week.beatriz, `/assist/disputes/${id}`, PHONE);
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  await adds(beatriz, { name: 'sent mails.png', mimeType: 'image/png', buffer: picture }, 'Mails sent from 9 to 11');
  expect(await beatriz.faults()).toEqual([]);
  expect((await download(beatriz, 'calendar.csv')).toString()).toBe(sheet.toString());

  await ingrid.page.getByText('Mails sent from 9 to 11').waitFor();
  const opened = await sharp(await download(ingrid, 'sent mails.png')).metadata();
  expect({ width: opened.width, height: opened.height }).toEqual({ width: 40, height: 30 });
});

test('from the queue to a decision, whose money is shown before it is confirmed', async () => {
  const { dana, number } = stage.scene;
  const staff = await stage.comes(dana, '/staff');
  const { page } = staff;
  const row = page.getByRole('row').filter({ hasText: `Dispute ${number}` });
  expect(await row.innerText()).toMatch(
    /Fjordlys and Beatriz Almeida: Not worked[\s\S]*Due in 24 hours[\s\S]*\$43\.08/,
  );
  await row.getByRole('button', { name: `Claim ${number}` }).click();
  await page.getByText(`${number} is yours.`).waitFor();
  // What is claimed waits for nobody else any more.
  await page.getByRole('link', { name: /^Mine/ }).click();
  await row.getByRole('link', { name: `Dispute ${number}` }).click();

  await page.getByRole('heading', { name: `Dispute ${number}` }).waitFor();
  await page.getByRole('region', { name: 'Evidence' }).getByText('Answered customer e-mail').first().waitFor();
  expect(await page.getByRole('region', { name: 'Both sides' }).innerText()).toContain(WHY);
  expect((await download(staff, 'calendar.csv')).toString()).toContain('closed from 10:00');
  const decide = page.getByRole('region', { name: 'Decide' });
  await decide.getByRole('button', { name: 'Show its money' }).click();
  await decide
    .getByText(/choose one/i)
    .first()
    .waitFor();

  await decide.getByLabel('Split').check();
  await decide.getByLabel('Minutes given back').fill('40');
  await decide.getByLabel('Rule').selectOption('partly_shown');
  await decide.getByLabel('Reason').fill('The sent mails show the rest of the time');
  await decide.getByLabel('Reason').press('Control+Enter');

  const dialog = page.getByRole('dialog', { name: `Decide ${number}` });
  await dialog.waitFor();
  // 40 of 127 minutes, and their share of the fee.
  expect(await dialog.innerText()).toMatch(/Beatriz Almeida is paid\s+\$26\.83\s+Fjordlys gets back\s+\$13\.57/);
  expect(await decided()).toBe(0);
  await dialog.getByRole('button', { name: 'Decide so' }).click();
  await page.getByText(`${number} is decided. Both sides are told.`).waitFor();
  expect(await decided()).toBe(1);
});

test('a side appeals, and what somebody else decides about everything is final', async () => {
  const { week, dana, id, number } = stage.scene;
  const staff = await stage.comes(dana, '/staff?which=appeals');
  await staff.page.getByText('Nothing waits here').waitFor();
  const ingrid = await stage.comes(week.ingrid, `/hire/disputes/${id}`);
  const { page } = ingrid;
  expect(await page.getByRole('region', { name: 'Decision' }).innerText()).toMatch(
    /Beatriz Almeida is paid\s+\$26\.83\s+Fjordlys gets back on the card\s+\$13\.57[\s\S]*The sent mails show/,
  );
  await page.getByRole('button', { name: 'Appeal' }).click();
  const dialog = page.getByRole('dialog', { name: 'Appeal the decision' });
  await dialog.getByLabel('Why is it wrong?').fill('Those mails were sent by the booking system.');
  await dialog.getByRole('button', { name: 'Appeal' }).click();
  await page.getByText('Appealed: somebody else decides.').waitFor();
  await page.getByRole('region', { name: 'What was said' }).getByText('Those mails were sent').waitFor();
  // It stands in the queue that is open at somebody's already.
  await staff.page.getByRole('link', { name: `Dispute ${number}` }).waitFor();
  expect(await page.getByRole('button', { name: 'Appeal' }).count()).toBe(0);
  expect(await ingrid.faults()).toEqual([]);

  await decidesAllBack();
  const beatriz = await stage.comes(week.beatriz, `/assist/disputes/${id}`, PHONE);
  await beatriz.page.getByText(/Decided and final .*: \$39\.16 goes back to Fjordlys/).waitFor();
  expect(await beatriz.faults()).toEqual([]);
  await page.getByText(/Decided and final .*: \$43\.08 goes back to Fjordlys/).waitFor();
  await page.getByRole('heading', { name: `Dispute ${number}` }).waitFor();
});

test('whoever is staff with a password alone is led to set up a second factor, and nobody else finds the room', async () => {
  const erik = new StaffPerson(stage.world, 'Erik Sund', 'Europe/Oslo');
  await erik.signsUp();
  const alone = await stage.comes(erik, '/staff');
  await alone.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();

  await erik.isGranted();
  await erik.signsIn();
  const { page } = await stage.comes(erik, '/staff');
  await page.getByRole('heading', { name: 'A second factor first' }).waitFor();
  await page.getByRole('link', { name: 'Set up a second factor' }).click();
  await page.waitForURL('**/settings/security');
});

test('through the eyes of a client every screen says so, and there is a way out', async () => {
  const { week, dana } = stage.scene;
  const visitor = await stage.comes(dana, `/staff/found/people/${week.ingrid.id}`);
  const { page } = visitor;
  await page.getByRole('button', { name: 'Look through their eyes' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill('They cannot see their own week.');
  await dialog.getByRole('button', { name: 'Look through their eyes' }).click();

  await page.getByText('You look through the eyes of Ingrid Solheim').waitFor();
  await visitor.opens('/hire/invoices');
  await page.getByRole('heading', { name: 'Invoices' }).waitFor();
  await page.getByRole('button', { name: 'See as yourself again' }).click();
  await page.getByRole('heading', { name: 'Ingrid Solheim' }).waitFor();
  expect(await page.getByText('You look through the eyes').count()).toBe(0);
});

async function adds(
  { page }: Visitor,
  file: { name: string; mimeType: string; buffer: Buffer },
  shows: string,
): Promise<void> {
  await page.getByRole('button', { name: 'Add a file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a file' });
  await dialog.getByLabel('File').setInputFiles(file);
  await dialog.getByLabel('What it shows').fill(shows);
  await dialog.getByRole('button', { name: 'Add a file' }).click();
  await page.getByText('The file is added.').waitFor();
  await page.getByText(shows).waitFor();
}

async function download({ page }: Visitor, name: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  // At the workbench it stands beside what its side says, and on the line of time.
  await page.getByRole('link', { name }).first().click();
  return readFile(await (await coming).path());
}

/** A colleague finds everything unproven. */
async function decidesAllBack(): Promise<void> {
  const { week, id } = stage.scene;
  const mira = new StaffPerson(stage.world, 'Mira Lang', 'Europe/Berlin');
  await mira.joins();
  await mira.put(`/staff/disputes/${id}/claim`, {});
  const { lines } = await week.ingrid.get<{ lines: { id: string }[] }>(`/disputes/${id}`);
  const verdict = { verdict: 'refund', ruleId: 'work_not_shown', reason: WHY } as const;
  await mira.decides(
    id,
    lines.map((line) => ({ lineId: line.id, ...verdict })),
  );
  await stage.world.time.quiet();
}

async function decided(): Promise<number> {
  const [row] = await stage.scene.week.rows<{ count: number }>(
    `select count(*)::int as count from dispute_decision where decided_at is not null`,
  );
  return row?.count ?? 0;
}
