import type { ClientPerson } from '../../apps/kontor/src/world/client-person.ts';
import { MORNING, newNora } from './nora.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

const NEW_PASSWORD = 'a longer walk in the hills';

const stage = setStage(MORNING, async () => {});
let nora: ClientPerson;

beforeEach(async () => {
  nora = await newNora(stage.world);
});

test('whoever forgot the password gets back in by mail, and is signed out everywhere else', async () => {
  const elsewhere = await stage.signsIn(nora);

  const visitor = await stage.arrives(PHONE);
  const { page } = visitor;
  await visitor.opens('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await page.getByLabel('E-mail').fill(nora.email);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();

  await stage.world.time.quiet();
  const token = await stage.world.verificationToken(nora.email);
  await visitor.opens(`/reset-password?token=${token}`);
  await page.getByLabel('New password').fill('password1234');
  await page.keyboard.press('Enter');
  await page.getByText('Is one of those that are tried first.', { exact: true }).waitFor();
  await page.getByLabel('New password').fill(NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed. Sign in with the new one.').waitFor();
  await visitor.fillsInSignIn({ email: nora.email, password: NEW_PASSWORD });

  await elsewhere.opens('/hire');
  expect(new URL(elsewhere.page.url()).pathname).toBe('/sign-in');

  await visitor.opens(`/reset-password?token=${token}`);
  await page.getByLabel('New password').fill(`${NEW_PASSWORD} again`);
  await page.keyboard.press('Enter');
  await page.getByText('This link has been used or is too old.').waitFor();
});

test('devices are seen and signed out, and the password is changed, by keyboard alone', async () => {
  const other = await stage.signsIn(nora);
  const here = await stage.signsIn(nora);
  const { page } = here;
  await page.getByRole('link', { name: 'Security and devices' }).press('Enter');
  await here.settles();
  const devices = page.getByRole('region', { name: 'Devices' });
  expect(await devices.getByRole('listitem').count()).toBe(3); // With the one that signed up.
  expect(await devices.getByRole('listitem').first().innerText()).toMatch(/Chrome on Linux[\s\S]*This one/);
  await devices.getByRole('button', { name: 'Sign out all others' }).press('Enter');
  await page.getByText('All other devices are signed out.').waitFor();
  await other.opens('/hire');
  expect(new URL(other.page.url()).pathname).toBe('/sign-in');

  const password = page.getByRole('region', { name: 'Password' });
  await password.getByLabel('The password you have now').fill('not the right one');
  await password.getByLabel('The new one').fill(NEW_PASSWORD);
  await page.keyboard.press('Enter');
  await password.getByText('Is not your password.', { exact: true }).waitFor();
  await password.getByLabel('The password you have now').fill(nora.password);
  await page.keyboard.press('Enter');
  await page.getByText('Your password is changed.').waitFor();
  await here.opens('/hire');
  expect(new URL(page.url()).pathname).toBe('/hire');
});

test('the address changes once the link in the new mailbox is opened', async () => {
  const here = await stage.signsIn(nora);
  await here.opens('/settings/security');
  const { page } = here;
  const section = page.getByRole('region', { name: 'E-mail' });
  const next = 'nora.lind@hills.example';
  await section.getByLabel('New e-mail').fill(next);
  await section.getByLabel('Your password').fill(nora.password);
  await page.keyboard.press('Enter');
  await section.getByText(`We sent a link to ${next}.`).waitFor();

  await stage.world.time.quiet();
  await here.opens(`/confirm-email?token=${await stage.world.verificationToken(next)}`);
  await page.getByRole('heading', { name: 'Your address is changed' }).waitFor();
  await page.getByText(`You sign in with ${next} from now on.`).waitFor();
});
