import { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { Person } from '../../apps/kontor/src/world/person.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

const SHOP = { name: 'Lind & Co', country: 'SE', zone: 'Europe/Stockholm' };

const stage = setStage(new Date('2026-03-02T09:00:00Z'), async (world) => {
  const nora = new ClientPerson(world, 'Nora Lind', SHOP, 'nora@lind.example');
  await nora.signsUp(SHOP);
  const otto = new Person(world, 'Otto Berg', SHOP.zone, 'otto@berg.example');
  await otto.signsUp();
  return { nora, otto };
});

test('somebody is invited by mail, joins from a phone, is given another role and is removed', async () => {
  const { world } = stage;
  const { nora, otto } = stage.scene;
  const owner = await stage.signsIn(nora);
  await owner.opens('/settings/people');
  await owner.page.getByLabel('Their e-mail').fill(otto.email);
  await owner.page.getByRole('combobox', { name: 'Role' }).selectOption('approver');
  await owner.page.getByRole('button', { name: 'Invite', exact: true }).press('Enter');
  await owner.page.getByText(`An invitation goes to ${otto.email}.`).waitFor();
  await owner.page.getByRole('button', { name: `Withdraw the invitation to ${otto.email}` }).waitFor();

  await world.time.quiet();
  const token = await world.verificationToken(otto.email);
  const guest = await stage.arrives(PHONE);
  await guest.opens(`/invitation?token=${token}`);
  expect(await guest.faults()).toEqual([]);
  await guest.page.getByRole('link', { name: 'Sign in' }).last().click();
  await guest.page.getByLabel('E-mail').fill(otto.email);
  await guest.page.getByLabel('Password').fill(otto.password);
  await guest.page.keyboard.press('Enter');
  await guest.page.getByRole('button', { name: 'Accept the invitation' }).click();
  await guest.page.getByText('You act for Lind & Co from now on.').waitFor();
  await guest.opens('/settings/people');
  expect(await guest.faults()).toEqual([]);
  expect(await guest.page.getByLabel('Their e-mail').count()).toBe(0);

  await owner.opens('/settings/people');
  expect(await owner.faults()).toEqual([]);
  await owner.page.getByRole('button', { name: 'Change the role of Otto Berg' }).click();
  await owner.page.getByRole('dialog').getByRole('combobox', { name: 'Role' }).selectOption('owner');
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();
  await owner.page.getByText('The role of Otto Berg is changed.').waitFor();
  await guest.opens('/settings/people');
  await guest.page.getByLabel('Their e-mail').waitFor();

  await owner.page.getByRole('button', { name: 'Remove Otto Berg' }).click();
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await owner.page.getByText('Otto Berg is removed.').waitFor();
  await guest.opens('/settings/people');
  await guest.page.getByText('No business yet').waitFor();

  await owner.page.getByRole('button', { name: 'Leave Lind & Co' }).click();
  await owner.page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await owner.page.getByText('A business keeps at least one owner').waitFor();
});
