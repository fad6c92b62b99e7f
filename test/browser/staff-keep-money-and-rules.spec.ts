import { StaffPerson } from '../../apps/kontor/src/world/staff-person.ts';
import { BEFORE_THE_WEEK, WorkedWeek } from '../support/worked-week.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

const WHY = 'They have shown who they are';

/** Beatriz has earned $57.66 that is in review, and is to be transferred to her after that. */
const stage = setStage(BEFORE_THE_WEEK, async (world) => {
  const week = await WorkedWeek.in(world);
  await week.charged();
  const dana = new StaffPerson(world, 'Dana Reyes', 'Europe/Lisbon');
  await dana.joins();
  return { week, dana };
});

test('a payout is held where a person’s payouts are shown, and let go there', async () => {
  const { week, dana } = stage.scene;
  const staff = await stage.comes(dana, `/staff/found/people/${week.beatriz.id}`);
  const { page } = staff;
  const payouts = page.getByRole('region', { name: 'To be paid out' });
  expect(await payouts.getByRole('row').nth(1).innerText()).toMatch(/Fjordlys[\s\S]*Held[\s\S]*\$57\.66/);
  expect(await page.getByRole('region', { name: 'Held by staff' }).count()).toBe(0);

  await payouts.getByRole('button', { name: 'Hold the transfer' }).click();
  const hold = page.getByRole('dialog', { name: 'Hold the transfer' });
  await hold.getByLabel('Reason').selectOption('identity_unclear');
  await hold.getByRole('button', { name: 'Hold', exact: true }).click();
  await page.getByText('It is held.').waitFor();

  await payouts.getByText(/Held by staff until/).waitFor();
  expect(await payouts.getByRole('button', { name: 'Hold the transfer' }).count()).toBe(0);
  const holds = page.getByRole('region', { name: 'Held by staff' });
  expect(await holds.getByRole('row').nth(1).innerText()).toMatch(/A transfer[\s\S]*Identity unclear/);
  expect(await staff.faults()).toEqual([]);
  await page.setViewportSize(PHONE);
  expect(await staff.faults()).toEqual([]);
  expect(await week.rows(`select subject_kind as of, released_at from staff_hold`)).toEqual([
    { of: 'payout', released_at: null },
  ]);

  await holds.getByRole('button', { name: 'Release' }).click();
  const release = page.getByRole('dialog', { name: 'Release the money' });
  await release.getByLabel('Why').fill(WHY);
  await release.getByRole('button', { name: 'Release' }).click();
  await page.getByText('It goes on its way.').waitFor();
  await payouts.getByRole('button', { name: 'Hold the transfer' }).waitFor();
  expect(await week.rows(`select live_holds::int as holds from earning`)).toEqual([{ holds: 0 }]);
});

test('who bears what is not paid is said for a day to come, and a day that has begun is refused at its field', async () => {
  const { week, dana } = stage.scene;
  const staff = await stage.comes(dana, '/staff/operations/policies');
  const { page } = staff;
  const rules = page.getByRole('region', { name: 'When a client does not pay' });
  expect(await rules.getByRole('row').nth(1).innerText()).toMatch(/30 days[\s\S]*goes without[\s\S]*Holds now/);

  await rules.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a rule' });
  await dialog.getByLabel('Who bears it when it is given up').selectOption('platform_guarantees');
  await dialog.getByLabel('Days until it is given up').fill('45');
  await dialog.getByLabel('Why').fill('Kontor bears what cannot be collected');
  await dialog.getByLabel('From').fill('2026-03-02');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await dialog.locator('input[type=date][aria-invalid=true]').waitFor();

  await dialog.getByLabel('From').fill('2026-04-06');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('The row is added.').waitFor();
  await rules.getByText('To come').waitFor();
  expect(await rules.getByRole('row').nth(1).innerText()).toMatch(/45 days[\s\S]*Kontor pays[\s\S]*Dana Reyes/);
  expect(await staff.faults()).toEqual([]);
  expect(await week.rows(`select outcome from unpaid_policy order by effective_from`)).toEqual([
    { outcome: 'assistant_unpaid' },
    { outcome: 'platform_guarantees' },
  ]);
});
