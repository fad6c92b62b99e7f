import { stopOf, tabsTo } from './keyboard.ts';
import { BEGINNING, playScene } from './scene.ts';
import { setStage } from './stage.ts';
import { type Person, PHONE, type Visitor } from './visitor.ts';

const stage = setStage(BEGINNING, playScene);

test('a client signs in and sees what the week is worth so far, and what waits for approval', async () => {
  const ingrid = await stage.signsIn(stage.scene.ingrid);
  const { page } = ingrid;

  expect(new URL(page.url()).pathname).toBe('/hire');
  const working = page.getByRole('region', { name: 'Working for you' });
  // 8 h of Monday and Tuesday and 1 h 15 min on the timer, at $18.50, and 10 % on top.
  expect(await working.innerText()).toMatch(/9:15 of 15:00[\s\S]*\$188\.24/);
  await page
    .getByRole('region', { name: 'To approve' })
    .getByRole('button', { name: /^Approve/ })
    .click();
  expect(await page.getByRole('dialog').innerText()).toContain('13:00 hours for $264.55 all in');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('region', { name: 'To approve' }).waitFor();
});

test('a client sees hours appear in the open week as the assistant logs them, without a reload', async () => {
  const { page } = await listensAt('/hire', stage.scene.sam);
  const working = page.getByRole('region', { name: 'Working for you' });
  expect(await working.innerText()).toContain('4:50 of 10:00');

  await stage.scene.beatriz.logs(
    stage.scene.books,
    'wed 11:45-12:45',
    'Cover pictures for the newsletter',
    '2026-03-09',
  );
  await working.getByText('5:50 of 10:00').waitFor();
});

test('what happens to somebody is counted at the bell while they look at something else', async () => {
  const { page } = await listensAt('/assist/profile', stage.scene.maja);
  const bell = page.getByRole('button', { name: /^Notifications/ });
  const before = Number(/\d+/.exec(await bell.innerText())?.[0] ?? 0);
  await stage.scene.ingrid.offers(stage.scene.maja, {
    at: '19.50',
    hours: 6,
    title: 'Pictures of the spring collection',
  });
  await stage.world.time.quiet();
  await page.getByRole('button', { name: `Notifications, ${before + 1} new` }).waitFor();
});

test('an assistant sees today across clients, and the timer is always there', async () => {
  const beatriz = await stage.signsIn(stage.scene.beatriz);
  const { page } = beatriz;

  expect(new URL(page.url()).pathname).toBe('/assist');
  expect(await page.getByRole('region', { name: 'This week' }).innerText()).toMatch(
    /Fjordlys Interiør[\s\S]*5:45 left[\s\S]*Harbor Books[\s\S]*4:10 left/,
  );
  await beatriz.opens('/assist/earnings');
  const timer = page.getByRole('region', { name: 'Timer' });
  expect(await timer.innerText()).toContain('1:15:00');
  await timer.getByRole('button', { name: 'Switch' }).click();
  await page.getByLabel('What are you doing?').fill('Questions about the reading evening');
  await page.getByRole('dialog').getByRole('button', { name: 'Switch' }).click();
  await page.getByText('The timer runs for Harbor Books.').waitFor();
  expect(await timer.innerText()).toContain('Questions about the reading evening');
});

test('an hour that is logged already is refused, and answered by a choice', async () => {
  const beatriz = await stage.signsIn(stage.scene.beatriz);
  const { page } = beatriz;
  await beatriz.opens('/assist/time');
  await page.getByRole('button', { name: 'Log time' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Client').selectOption({ label: 'Harbor Books: Customer enquiries' });
  await form.getByLabel('Day').fill('2026-03-10');
  await form.getByLabel('From').fill('12:00');
  await form.getByLabel('To', { exact: true }).fill('15:00');
  await form.getByLabel('What did you do?').fill('Ordered the reading copies');
  await form.getByRole('button', { name: 'Log it' }).click();

  const dialog = page.getByRole('dialog', { name: 'Some of this time is already logged' });
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain('logged for Fjordlys Interiør already');
  await dialog.getByRole('radio', { name: /Log only what is free for Harbor Books/ }).check();
  await dialog.getByRole('button', { name: 'Log it so' }).click();

  await page.getByText('1:35 logged.').waitFor();
  await beatriz.settles();
  expect(await page.getByRole('main').innerText()).toMatch(/13:25–15:00\s+Harbor Books\s+Ordered the reading copies/);
});

test('somebody signs up, confirms the address, saves a card on the hosted page and offers a contract that is accepted', async () => {
  const liv = await stage.arrives();
  const { page } = liv;
  await liv.opens('/');
  await page.getByRole('link', { name: 'Hire an assistant' }).click();
  await page.getByLabel('Your business').fill('Bergs Bokhandel');
  await page.getByLabel('Your name').fill('Liv Berg');
  await page.getByLabel('E-mail').fill('liv@bergs.example');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByLabel('Country').selectOption('NO');
  await page.getByRole('button', { name: 'Start hiring' }).click();
  await page.getByText('Must have 12 characters or more.').waitFor();
  expect(await page.getByLabel('Your business').inputValue()).toBe('Bergs Bokhandel');
  await page.getByLabel('Password').fill('a shelf of unread books');
  await page.getByRole('button', { name: 'Start hiring' }).click();
  await page.getByRole('heading', { name: 'New brief' }).waitFor();
  await stage.world.time.quiet();
  await liv.opens(`/verify-email?token=${await stage.world.verificationToken('liv@bergs.example')}`);
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
  await page.getByRole('link', { name: 'Go on' }).click();

  await page.getByRole('link', { name: 'Save a card' }).click();
  await page.getByRole('button', { name: 'Save a card at Stripe' }).click();
  await page.getByRole('textbox', { name: /number/i }).fill('4242424242424242');
  await page.getByRole('button', { name: 'Save card' }).click();
  await page.getByText('The card ending in 4242 is saved.').waitFor();

  await page.getByRole('link', { name: 'This week' }).first().click();
  await page.getByRole('link', { name: 'Write a brief' }).click();
  await page.getByLabel('Title').fill('Posts about new books');
  await page.getByLabel('Social media').check();
  expect(await page.getByRole('main').innerText()).toContain('$198.00 to $330.00');
  await page.getByRole('button', { name: 'Post it and see who fits' }).click();
  await page.getByRole('button', { name: 'Offer a contract to Maja Kowalska' }).click();
  await page.getByLabel('Most hours a week').fill('10');
  expect(await page.getByRole('dialog').innerText()).toContain('$214.50');
  await page.getByRole('button', { name: 'Send the offer' }).click();
  await page.getByText('Your offer is on its way to Maja Kowalska.').waitFor();

  const maja = await stage.signsIn(stage.scene.maja);
  await maja.page.getByRole('link', { name: 'Read them' }).click();
  const offer = maja.page.getByRole('listitem').filter({ hasText: 'Posts about new books' }).first();
  await offer.getByRole('button', { name: 'Accept' }).click();
  await maja.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await maja.page.getByText('Accepted: you can start working.').waitFor();
});

test.each([
  ['/hire', 'This week'],
  ['/hire/invoices', 'Invoices'],
])('whoever lost the session signs in and goes on where they were: %s', async (path, title) => {
  const ingrid = await stage.signsIn(stage.scene.ingrid);
  const { page } = ingrid;
  await page.context().clearCookies();
  await ingrid.opens(path);

  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await ingrid.fillsInSignIn(stage.scene.ingrid);
  await page.waitForURL(`**${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
});

test('an assistant signs in, finds a screen by its name, stops the timer and starts it for another client', async () => {
  const visitor = await stage.arrives();
  const { page } = visitor;
  await signsInByKeys(visitor, stage.scene.beatriz);

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('earn');
  await page.getByRole('option', { name: 'Earnings', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/assist/earnings');
  await visitor.settles();

  const timer = page.getByRole('region', { name: 'Timer' });
  await tabsTo(page, /^Stop/);
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Stopped\./)
    .first()
    .waitFor();
  await timer.getByRole('button', { name: /Start/ }).waitFor();

  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Start the timer for Harbor Books/ })
    .waitFor();
  await page.keyboard.type('start harbor');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Work for Harbor Books' });
  await dialog.waitFor();
  await tabsTo(page, /^What are you doing\?/);
  await page.keyboard.type('Moved the reading evening');
  await page.keyboard.press('Enter');
  await timer.getByText('Moved the reading evening').waitFor();
});

test('a client passes the menu in one step, and approves a week after seeing its money', async () => {
  const visitor = await stage.arrives({ theme: 'dark' });
  const { page } = visitor;
  await signsInByKeys(visitor, stage.scene.sam);
  await page.reload();
  await visitor.settles();
  await tabsTo(page, /^To the work$/);
  await page.keyboard.press('Enter');
  await tabsTo(page, /^Approve/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/\$\d+\.\d\d/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // The keyboard is where it was.
  expect(await stopOf(page)).toMatchObject({ reads: expect.stringMatching(/^Approve/), isSeen: true });
  await page.keyboard.press('Enter');
  await tabsTo(page, /^Approve$/);
  await page.keyboard.press('Enter');
  await page
    .getByText(/^Approved:/)
    .first()
    .waitFor();
});

test('a client goes through a week line by line, and comes back to where they were', async () => {
  const { page } = await stage.comes(stage.scene.ingrid, '/hire');
  await page.getByRole('region', { name: 'To approve' }).getByRole('link', { name: 'Beatriz Almeida' }).click();
  const work = page.getByRole('region', { name: 'What was done' });
  const lines = work.getByRole('checkbox', { name: /^Looks right/ });
  await lines.first().waitFor();
  const count = await lines.count();
  expect(count).toBeGreaterThan(1);
  await lines.last().check();
  await page.reload();
  await work.getByText(`1 of ${count} lines look right.`).waitFor();
  await work.getByRole('button', { name: /^Dispute the other/ }).click();
  const chosen = page.getByRole('dialog').getByRole('checkbox', { checked: true });
  await chosen.first().waitFor();
  expect(await chosen.count()).toBe(count - 1);
  await page.keyboard.press('Escape');

  for (let line = 0; line < count - 1; line++) await lines.nth(line).check();
  await work.getByText(`All ${count} lines look right.`).waitFor();
  await work.getByRole('button', { name: /^Approve/ }).click();
  await page.getByRole('dialog').getByText('13:00 hours').waitFor();
});

test('with a thumb on a phone the timer is stopped and a week is approved', async () => {
  const { page } = await stage.comes(stage.scene.beatriz, '/assist', { ...PHONE, hasTouch: true });
  const timer = page.getByRole('region', { name: 'Timer' });
  const size = await timer.getByRole('button').first().boundingBox();
  expect(size?.height).toBeGreaterThanOrEqual(44);
  expect(size?.width).toBeGreaterThanOrEqual(44);
  expect((size?.y ?? 0) > PHONE.height / 2).toBe(true);
  await timer.getByRole('button', { name: 'Stop' }).tap();
  await page
    .getByText(/^Stopped\./)
    .first()
    .waitFor();

  const ingrid = await stage.comes(stage.scene.ingrid, '/hire', { ...PHONE, hasTouch: true });
  const toApprove = ingrid.page.getByRole('region', { name: 'To approve' });
  await toApprove.getByRole('button', { name: /^Approve/ }).tap();
  await ingrid.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).tap();
  await ingrid.page.getByText('Approved: 13:00 of Beatriz Almeida.').waitFor();
  await ingrid.settles();
  expect(await toApprove.count()).toBe(0);
  expect(await ingrid.tooWide(PHONE)).toBe(0);
});

test('hours past the limit wait at home for the client, who accepts them after seeing what the week comes to', async () => {
  const { sam, beatriz, books } = stage.scene;
  await beatriz.logs(books, 'mon 17:00-21:30', 'Packed the parcels of the spring sale', '2026-03-09');
  const weeks = await sam.get<{ contractId: string; overLimitSeconds: number }[]>('/weeks?which=current');
  const over = (weeks.find(({ contractId }) => contractId === books)?.overLimitSeconds ?? 0) / 60;
  expect(over).toBeGreaterThan(0);
  const minutes = String(over % 60).padStart(2, '0');
  const past = `${Math.trunc(over / 60)}:${minutes}`;
  const all = `${10 + Math.trunc(over / 60)}:${minutes}`;

  const visitor = await stage.comes(sam, '/hire', PHONE);
  const { page } = visitor;
  const needs = page.getByRole('region', { name: 'Needs you' });
  await needs.getByText(`Beatriz Almeida worked ${past} past this week’s limit`).waitFor();
  await needs.getByRole('link', { name: 'See the hours' }).click();
  await page.getByRole('button', { name: 'Accept hours' }).click();
  const dialog = page.getByRole('dialog', { name: 'More hours for Beatriz Almeida this week?' });
  expect(await dialog.getByLabel('Most hours this week').inputValue()).toBe(all);
  await dialog.getByLabel('Most hours this week').fill('9');
  await dialog.getByRole('button', { name: 'Allow these hours' }).click();
  await dialog.getByText('must be more than 10 h').waitFor();
  await dialog.getByLabel('Most hours this week').fill('20');
  // 20 hours at $17.00, and 10 % on top.
  await dialog.getByText('$374.00').waitFor();
  expect(await visitor.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Allow these hours' }).click();
  await page.getByText('Beatriz Almeida may work up to 20 h this week.').waitFor();
  await page.getByRole('button', { name: 'Accept hours' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Raise this week’s limit' }).waitFor();
});

/** At that screen, and listening: what is said before anybody listens is not heard. */
async function listensAt(path: string, person: Person): Promise<Visitor> {
  const visitor = await stage.arrives();
  await visitor.comesAs(person);
  const listening = visitor.page.waitForResponse((response) => response.url().endsWith('/api/live'));
  await visitor.opens(path);
  await listening;
  return visitor;
}

async function signsInByKeys(visitor: Visitor, { email, password }: Person): Promise<void> {
  const { page } = visitor;
  await visitor.opens('/sign-in');
  await tabsTo(page, /^E-mail$/);
  await page.keyboard.type(email);
  await tabsTo(page, /^Password$/);
  await page.keyboard.type(password);
  await tabsTo(page, /^Sign in$/);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Menu' }).waitFor();
  await visitor.settles();
}
