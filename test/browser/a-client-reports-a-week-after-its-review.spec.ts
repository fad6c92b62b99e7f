import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { BEFORE_THE_WEEK, WorkedWeek } from '../support/worked-week.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

const WHY = 'The same hours were billed to another shop';
const NOTHING = 'The other shop was billed for another day';

/** The week was accepted by silence, and is with the assistant since Thursday. */
const stage = setStage(BEFORE_THE_WEEK, async (world) => {
  const week = await WorkedWeek.in(world);
  await world.time.passesTo(at('thu 9:00', '2026-03-16', 'Europe/Oslo'));
  await week.ingrid.signsIn();
  const dana = new StaffPerson(world, 'Dana Reyes', 'Europe/Lisbon');
  await dana.joins();
  return { week, dana };
});

test('from the invoice to the form, which keeps what was typed; and staff say why they open no claim', async () => {
  const { week, dana } = stage.scene;
  const [invoice] = await week.ingrid.get<{ id: string }[]>('/invoices');
  const ingrid = await stage.comes(week.ingrid, `/hire/invoices/${invoice?.id}`, PHONE);
  await ingrid.page.getByRole('link', { name: 'Report time of Beatriz Almeida' }).click();
  await ingrid.page.getByRole('button', { name: 'Report it to Kontor' }).click();
  const dialog = ingrid.page.getByRole('dialog');
  await dialog.getByLabel('Say why').fill(WHY);
  expect(await ingrid.faults()).toEqual([]);

  await ingrid.page.reload();
  await ingrid.settles();
  await ingrid.page.getByRole('button', { name: 'Report it to Kontor' }).click();
  expect(await dialog.getByLabel('Say why').inputValue()).toBe(WHY);
  await dialog.getByRole('checkbox').check();
  await dialog.getByLabel('How much of it?').fill('40');
  await dialog.getByLabel('What is wrong?').selectOption('duplicate');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText(/Nothing moves yet/).waitFor();
  expect(await ingrid.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Report it' }).click();
  await ingrid.page.getByText(/You reported this week/).waitFor();
  expect(await ingrid.page.getByRole('button', { name: 'Report it to Kontor' }).count()).toBe(0);

  const staff = await stage.comes(dana, '/staff');
  const reported = staff.page.getByRole('region', { name: 'Reported after the review' });
  expect(await reported.innerText()).toMatch(/Fjordlys of Beatriz Almeida: Twice[\s\S]*The same hours[\s\S]*0:40/);
  expect(await staff.faults()).toEqual([]);
  await reported.getByRole('button', { name: /^Decline/ }).click();
  await staff.page.getByRole('dialog').getByLabel('Why').fill(NOTHING);
  await staff.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await staff.page.getByText('Declined, and the client is told.').waitFor();

  await ingrid.page.reload();
  await ingrid.page.getByText(NOTHING).waitFor();
  await ingrid.page.getByRole('button', { name: 'Report it to Kontor' }).waitFor();
  expect(await ingrid.faults()).toEqual([]);
});
