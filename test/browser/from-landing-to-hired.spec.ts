import { assistantsOffer, castOf } from '../../apps/kontor/src/world/cast.ts';
import { BEGINNING } from './scene.ts';
import { setStage } from './stage.ts';
import { PHONE, type Visitor } from './visitor.ts';

const stage = setStage(BEGINNING, async (world) => {
  const cast = castOf(world);
  await assistantsOffer(cast);
  return cast;
});
let visitor: Visitor;

beforeEach(async () => {
  visitor = await stage.arrives();
});

test('a visitor sees what a week costs, whom they could hire and when that person works, and signs up to nothing', async () => {
  const { page } = visitor;
  await visitor.opens('/');
  const prices = page.getByRole('region', { name: 'What a week costs' });
  await prices.getByLabel('Hours a week').fill('20');
  await prices.getByLabel('Rate an hour').fill('2000');
  expect(await prices.innerText()).toMatch(/\$400\.00[\s\S]*Service fee, 10%[\s\S]*\$40\.00[\s\S]*\$440\.00/);

  await page.getByRole('link', { name: 'Assistants' }).click();
  await page.getByText('3 assistants').waitFor();
  await page.getByLabel('Works in').selectOption('pl');
  await page.getByText('1 assistant', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Maja K.' }).click();
  await page.getByRole('heading', { level: 1, name: 'Maja K.' }).waitFor();
  await visitor.settles();
  const shown = await page.getByRole('main').innerText();
  expect(shown).not.toContain('Kowalska');
  // 14 to 20 in Warsaw, on a clock in Lisbon.
  expect(shown).toMatch(/On your clock: Lisbon time[\s\S]*Monday\s+13:00–19:00/);
  expect(shown).toContain('$21.45');
});

test('from the landing page to somebody hired: a brief with one in mind, two side by side, a card and an accepted offer', async () => {
  const { page } = visitor;
  await visitor.opens('/assistants');
  await page.getByRole('link', { name: 'Beatriz A.' }).click();
  await page.getByRole('link', { name: 'Hire Beatriz' }).click();

  await page.getByLabel('Your business').fill('Bergs Bokhandel');
  await page.getByLabel('Your name').fill('Liv Berg');
  await page.getByLabel('E-mail').fill('liv@bergs.example');
  await page.getByLabel('Password').fill('a shelf of unread books');
  // Guessed from the browser, and so not asked.
  await page.getByText('Portugal, and weeks in Lisbon time').waitFor();
  await page.getByRole('button', { name: 'Start hiring' }).click();

  await page.getByRole('heading', { level: 1, name: 'With Beatriz A. in mind' }).waitFor();
  expect(await page.getByLabel('E-mail and calendar').isChecked()).toBe(true);
  await page.getByLabel('Title').fill('Posts about new books');
  await page.getByLabel('Hours a week', { exact: true }).fill('10');
  await page.getByText('$132.00 to $220.00').waitFor();
  await page.getByRole('button', { name: 'Post it and see who fits' }).click();
  await page.getByText('Beatriz A., whom you had in mind, fits: place 1.').waitFor();

  await page.getByRole('checkbox', { name: 'Compare Beatriz Almeida with others' }).check();
  await page.getByText('Choose one more to compare.').waitFor();
  await page.getByRole('checkbox', { name: 'Compare Maja Kowalska with others' }).check();
  await page.getByRole('link', { name: 'Compare 2' }).click();
  await page.getByRole('heading', { level: 1, name: 'Side by side' }).waitFor();
  await visitor.settles();
  const table = page.getByRole('table', { name: 'The chosen assistants side by side' });
  expect(await table.innerText()).toMatch(
    /Beatriz Almeida[\s\S]*Maja Kowalska[\s\S]*A full week, all in[\s\S]*\$203\.50\s+\$214\.50/,
  );

  await speaksSwedishInTheDark();
  await confirmsAddress();
  await savesCard();

  await page.goBack();
  await visitor.opens('/hire/briefs');
  await page.getByRole('link', { name: 'Posts about new books' }).click();
  await page.getByRole('button', { name: 'Offer a contract to Beatriz Almeida' }).click();
  await page.getByRole('button', { name: 'Send the offer' }).click();
  await page.getByText('Your offer is on its way to Beatriz Almeida.').waitFor();

  const beatriz = await stage.comes(stage.scene.beatriz, '/assist/work', PHONE);
  const offer = beatriz.page.getByRole('listitem').filter({ hasText: 'Posts about new books' }).first();
  await offer.getByRole('button', { name: 'Accept' }).click();
  await beatriz.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await beatriz.page.getByText('Accepted: you can start working.').waitFor();

  await visitor.opens('/hire');
  await page
    .getByRole('region', { name: 'Needs you' })
    .getByText('Beatriz Almeida accepted your offer: Posts about new books.')
    .waitFor();
  await setsBudget();
  await findsByName();
});

async function speaksSwedishInTheDark(): Promise<void> {
  const { page } = visitor;
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Svenska');
  await page.getByRole('heading', { level: 1, name: 'Sida vid sida' }).waitFor();
  await page.getByRole('combobox', { name: 'Språk' }).selectOption('English');
  await page.getByRole('heading', { level: 1, name: 'Side by side' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('dark');
  await page.keyboard.press('Enter');
  await page.waitForFunction("document.documentElement.dataset.theme === 'dark'");
}

async function confirmsAddress(): Promise<void> {
  await stage.world.time.quiet();
  await visitor.opens(`/verify-email?token=${await stage.world.verificationToken('liv@bergs.example')}`);
  await visitor.page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
}

async function savesCard(): Promise<void> {
  const { page } = visitor;
  await visitor.opens('/hire/cards');
  await page.getByRole('button', { name: 'Save a card at Stripe' }).click();
  await page.getByRole('textbox', { name: /number/i }).fill('4242424242424242');
  await page.getByRole('button', { name: 'Save card' }).click();
  await page.getByText('The card ending in 4242 is saved.').waitFor();
}

async function setsBudget(): Promise<void> {
  const { page } = visitor;
  const budget = page.getByRole('region', { name: 'Budget of the week' });
  await budget.getByRole('button', { name: 'Set a budget' }).click();
  await page.getByLabel('For a week, all in').fill('200');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await budget.getByText('$0.00 of $200.00 spent').last().waitFor();
}

async function findsByName(): Promise<void> {
  const { page } = visitor;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('new books');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Posts about new books.*Brief/s })
    .click();
  await page.waitForURL('**/hire/briefs/*');
}

test('an assistant signs up, reads what would help most, and decides whether visitors see them', async () => {
  const { page } = visitor;
  await visitor.opens('/register?as=assist');
  await page.getByLabel('Your name').fill('Ana Pinto');
  await page.getByLabel('E-mail').fill('ana@pinto.example');
  await page.getByLabel('Password').fill('rain on the old tram');
  await page.getByRole('button', { name: 'Start working' }).click();
  await page.getByRole('heading', { level: 1, name: 'What do you offer?' }).waitFor();
  const helps = page.getByRole('region', { name: 'What helps most' });
  expect(await helps.getByRole('listitem').first().innerText()).toContain('Say what you are best at');

  await page.getByLabel('Bookkeeping').check();
  await page.getByLabel('Headline').fill('Books that close on the fifth');
  await page.getByLabel('Your rate an hour').fill('16');
  await page.getByLabel('Country you are paid in').selectOption('PT');
  expect(await page.getByRole('switch', { name: 'Show me to visitors' }).isChecked()).toBe(false);
  await page.getByRole('switch', { name: 'Show me to visitors' }).check();
  await page.getByRole('button', { name: 'Publish your profile' }).click();
  await page.getByText('Published: clients can find you now.').waitFor();

  const stranger = await stage.arrives();
  await stranger.opens('/assistants?specialty=bookkeeping');
  await stranger.page.getByRole('link', { name: 'Ana P.' }).waitFor();
});
