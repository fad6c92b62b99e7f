import { BEGINNING, playScene } from './scene.ts';
import { idsOf, screensOf } from './screens.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

const VISITING_EVERY_SCREEN_MS = 900_000;

// A message that is missing, or is not given what it needs, complains.
const stage = setStage(BEGINNING, async (world) => {
  const scene = await playScene(world);
  return { ...scene, screens: screensOf(scene, await idsOf(scene)) };
});

test.each(['nb', 'sv'] as const)(
  'every screen is there in %s, and fits a phone of 360 pixels',
  async (language) => {
    const faults: string[] = [];
    for (const [person, theirs] of Map.groupBy(stage.scene.screens, (screen) => screen.as)) {
      const visitor = await stage.arrives(PHONE);
      const { page } = visitor;
      if (person) await visitor.comesAs(person);
      await page.addInitScript(`localStorage.setItem('language', '${language}')`);
      for (const { name, path } of theirs) {
        await visitor.opens(path);
        const [lang, needs, has] = await page.evaluate<[string, number, number]>(
          '[document.documentElement.lang, document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        );
        if (lang !== language) faults.push(`${name} speaks ${lang}`);
        if (needs > has) faults.push(`${name}: ${needs} pixels wide on a screen of ${has}`);
      }
      await visitor.leaves();
    }
    expect(faults).toEqual([]);
  },
  VISITING_EVERY_SCREEN_MS,
);

test('a language that is chosen on one device is spoken on the next, with money and dates written its way', async () => {
  const { sam } = stage.scene;
  const { page } = await stage.signsIn(sam);
  const told = page.waitForResponse((response) => response.url().endsWith('/me/language'));
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Norsk');
  await page.getByRole('heading', { level: 1, name: 'Denne uken' }).waitFor();
  await told;

  const elsewhere = await stage.arrives();
  await elsewhere.opens('/sign-in');
  await elsewhere.page.getByLabel('E-mail').fill(sam.email);
  await elsewhere.page.getByLabel('Password').fill(sam.password);
  await elsewhere.page.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.page.getByRole('heading', { level: 1, name: 'Denne uken' }).waitFor();
  await elsewhere.settles();
  expect(await elsewhere.page.locator('main').innerText()).toMatch(/\d,\d\d\s\$/);
});

test('who signs up in Swedish has their first mail in Swedish, and finds it spoken on the next device', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  await page.addInitScript(`localStorage.setItem('language', 'sv')`);
  await visitor.opens('/register?as=assist');
  await page.getByLabel('Ditt namn').fill('Astrid Berg');
  await page.getByLabel('E-post').fill('astrid@berg.example');
  await page.getByLabel('Lösenord').fill('en lång promenad vid sjön');
  await page.getByRole('button', { name: 'Börja arbeta' }).click();
  await page.waitForURL('**/assist/profile');
  await stage.world.time.quiet();
  expect(await stage.world.mailTo('astrid@berg.example')).toEqual(['Bekräfta din e-postadress']);

  const elsewhere = await stage.arrives();
  await elsewhere.opens('/sign-in');
  await elsewhere.page.getByLabel('E-mail').fill('astrid@berg.example');
  await elsewhere.page.getByLabel('Password').fill('en lång promenad vid sjön');
  await elsewhere.page.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.page.locator('html[lang="sv"]').waitFor();
});

test('two keys and a few letters lead to any screen, to a client by name, and to another language', async () => {
  const { page } = await stage.signsIn(stage.scene.ingrid);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('invoi');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/hire/invoices');

  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Beatriz Almeida/ })
    .first()
    .waitFor();
  await page.keyboard.type('svenska');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Fakturor' }).waitFor();
  expect(await page.evaluate('document.documentElement.lang')).toBe('sv');

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('the timer is started from anywhere, and being offline is said', async () => {
  const visitor = await stage.signsIn(stage.scene.beatriz);
  const { page } = visitor;
  await page.getByRole('link', { name: 'Earnings' }).first().click();
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Switch the timer to Harbor Books/ })
    .click();
  await page.getByRole('dialog', { name: 'Work for Harbor Books' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.context().setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('You are offline.').waitFor({ state: 'detached' });
  visitor.complaints.splice(0); // Of requests that had no network.
});
