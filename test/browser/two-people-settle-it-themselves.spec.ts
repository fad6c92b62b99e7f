import type { Page } from 'playwright-core';

import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { BEFORE_THE_WEEK, WorkedWeek } from '../support/worked-week.ts';
import { stopOf } from './keyboard.ts';
import { setStage } from './stage.ts';
import { PHONE } from './visitor.ts';

/** 187 minutes at $18.50 were charged: $57.66 and a fee of $5.77, in review until Friday. */
const stage = setStage(BEFORE_THE_WEEK, async (world) => {
  const week = await WorkedWeek.in(world);
  await week.charged();
  const { ingrid, beatriz, contract } = week;
  const [past] = await ingrid.get<{ id: string }[]>('/weeks?which=past');
  const { id } = await week.invoice();
  return { ingrid, beatriz, contract, weekPath: `/hire/weeks/${past?.id}`, invoicePath: `/hire/invoices/${id}` };
});

const region = (page: Page, name: string) => page.getByRole('region', { name });

test('a question is answered by a correction, whose words outlive a reload, and the client agrees to it', async () => {
  const ingrid = await stage.signsIn(stage.scene.ingrid);
  const client = ingrid.page;
  await ingrid.opens(stage.scene.weekPath);
  await client.getByRole('button', { name: /^Ask about it/ }).click();
  await client.getByLabel('Your question').fill('Did you write letters for three hours?');
  await client.getByRole('dialog').getByRole('button', { name: 'Ask', exact: true }).click();
  await client.getByText('Asked. Beatriz Almeida is told now.').waitFor();

  const beatriz = await stage.comes(stage.scene.beatriz, '/assist/disputes', PHONE);
  const { page } = beatriz;
  await page.getByRole('button', { name: 'Correct the entry' }).click();
  await page.getByLabel('Take off').fill('27');
  await page.getByLabel('Your answer').fill('The timer ran on while I was at lunch.');
  await page.reload();
  await beatriz.settles();
  await page.getByRole('button', { name: 'Correct the entry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take time off this entry' });
  expect(await dialog.getByLabel('Your answer').inputValue()).toBe('The timer ran on while I was at lunch.');
  // 187 minutes at $18.50 less 160 of them.
  await dialog.getByText('$8.33').waitFor();
  expect(await dialog.innerText()).toMatch(/h less: \$8\.33 of yours goes back, once Fjordlys agrees/);
  expect(await beatriz.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Offer the correction' }).click();
  await page.getByText('Offered: it counts once Fjordlys agrees.').waitFor();

  await client.getByText(/would be taken off: \$9\.17 less for the client/).waitFor();
  expect(await ingrid.faults()).toEqual([]);
  await client.getByRole('button', { name: 'Agree' }).click();
  const sure = client.getByRole('dialog', { name: 'Agree to the correction?' });
  expect(await sure.innerText()).toMatch(/0:27 h is taken off this entry, and you get \$9\.17 back/);
  await sure.getByRole('button', { name: 'Agree' }).click();
  await client.getByText('Agreed: the entry is corrected.').waitFor();
  await stage.world.time.quiet();

  await ingrid.opens(stage.scene.invoicePath);
  expect(await region(client, 'Given back').innerText()).toMatch(
    /On your card[\s\S]*A corrected entry[\s\S]*\$9\.17[\s\S]*What it comes to\s+\$54\.26/,
  );
  expect(await ingrid.faults()).toEqual([]);
});

test('a contract is paused and goes on, and its assistant sees both at once', async () => {
  const ingrid = await stage.comes(stage.scene.ingrid, '/hire/contracts');
  const beatriz = await stage.comes(stage.scene.beatriz, '/assist/work', PHONE);
  const [client, assistant] = [ingrid.page, beatriz.page];
  const running = region(client, 'Running');
  await running.getByRole('button', { name: 'Pause' }).click();
  expect(await client.getByRole('dialog').innerText()).toContain('A running timer stops now');
  await client.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await client.getByText('Paused.', { exact: true }).waitFor();
  await running.getByText('Nobody logs time until you resume it.').waitFor();
  expect(await ingrid.faults()).toEqual([]);

  await assistant.getByText('The client paused it: no time is taken until it goes on.').waitFor();
  expect(await beatriz.faults()).toEqual([]);
  await beatriz.opens('/assist/time');
  const logTime = assistant.getByRole('button', { name: 'Log time' });
  expect(await logTime.isDisabled()).toBe(true);

  await running.getByRole('button', { name: 'Resume' }).click();
  await client.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await client.getByText('It goes on.').waitFor();
  await logTime.and(assistant.locator(':enabled')).waitFor();
});

test('either side opens a contract from its list, and reads there what was agreed and what became of it', async () => {
  const ingrid = await stage.comes(stage.scene.ingrid, '/hire/contracts');
  const beatriz = await stage.comes(stage.scene.beatriz, '/assist/work', PHONE);
  const [client, assistant] = [ingrid.page, beatriz.page];
  await region(client, 'Running').getByRole('link', { name: 'Customer e-mail and social media' }).click();
  await region(client, 'Terms').getByText('at most 15 h a week').waitFor();
  await ingrid.settles();
  // An hour, and fifteen: to the assistant, the fee, and in all.
  expect(await region(client, 'Terms').innerText()).toMatch(
    /\$18\.50\s+\$1\.85\s+\$20\.35[\s\S]*\$277\.50\s+\$27\.75\s+\$305\.25/,
  );
  expect(await region(client, 'Weeks').innerText()).toMatch(/2\s–\s8 Mar[\s\S]*3:07[\s\S]*\$63\.43/);
  const [invoice] = await stage.scene.ingrid.get<{ number: string }[]>('/invoices');
  await region(client, 'Weeks')
    .getByRole('link', { name: invoice?.number ?? '' })
    .waitFor();
  const history = region(client, 'History');
  expect(await history.innerText()).toMatch(
    /Ingrid Solheim for Fjordlys offered the contract[\s\S]*\$18\.50\/h[\s\S]*Beatriz Almeida accepted/,
  );

  await region(assistant, 'Your contracts').getByRole('link', { name: 'Customer e-mail and social media' }).click();
  await region(assistant, 'Weeks').getByText('$57.66').waitFor();
  const { ingrid: hirer, contract } = stage.scene;
  const [week] = await hirer.get<{ id: string }[]>(`/weeks?contractId=${contract}`);
  await hirer.put(`/weeks/${week?.id}/limit`, { limitMinutes: 18 * 60 });
  for (const page of [client, assistant]) {
    await region(page, 'History')
      .getByText(/^Ingrid Solheim for Fjordlys raised the limit of .+ to 18 h/)
      .waitFor();
  }
  const paused = region(assistant, 'History').getByText(/^Fjordlys paused it/);
  const before = await paused.count();
  await client.getByRole('button', { name: 'Pause' }).click();
  await client.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await region(client, 'Where it stands').getByText('Nobody logs time until you resume it.').waitFor();
  await paused.nth(before).waitFor();
  await region(assistant, 'Where it stands')
    .getByText(/^Fjordlys paused it/)
    .waitFor();
  expect(await assistant.getByRole('button', { name: 'Resume' }).count()).toBe(0);
  expect([await ingrid.faults(), await beatriz.faults()]).toEqual([[], []]);
  await client.getByRole('button', { name: 'Resume' }).click();
  await client.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await region(assistant, 'History')
    .getByText(/^Fjordlys resumed it/)
    .nth(before)
    .waitFor();
  // The keyboard is where it was.
  await client.getByText('It goes on.').waitFor();
  await client.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await stopOf(client)).reads).toBe('Pause');

  // By name, and from what one was told.
  await ingrid.opens('/hire');
  await client.keyboard.press('Control+k');
  await client
    .getByRole('dialog')
    .getByRole('option', { name: /Beatriz Almeida.*Customer e-mail/s })
    .click();
  await client.waitForURL(`**/hire/contracts/${contract}`);
  await stage.world.time.quiet();
  await beatriz.opens('/assist');
  await assistant.getByRole('button', { name: /^Notifications/ }).click();
  await assistant
    .getByRole('link', { name: /Fjordlys paused your contract/ })
    .first()
    .click();
  await assistant.waitForURL(`**/assist/contracts/${contract}`);

  // An address that the other side sent, and one that is nobody's.
  await ingrid.opens(`/assist/contracts/${contract}`);
  await client.waitForURL(`**/hire/contracts/${contract}`);
  await ingrid.opens('/hire/contracts/00000000-0000-7000-8000-000000000000');
  await client.getByRole('heading', { level: 1, name: 'There is no such contract' }).waitFor();
});

test('a bonus is given with a word, and stands on the next invoice and among the earnings', async () => {
  const ingrid = await stage.comes(stage.scene.ingrid, '/hire/contracts');
  const { page } = ingrid;
  await page.getByRole('button', { name: 'Give a bonus to Beatriz Almeida' }).click();
  const dialog = page.getByRole('dialog', { name: 'A bonus for Beatriz Almeida' });
  await dialog.getByLabel('Amount').fill('25');
  await dialog.getByLabel('A word with it').fill('For the calm before Easter');
  expect(await dialog.innerText()).toContain('Beatriz Almeida gets $25.00. You pay $27.50 with your next invoice');
  expect(await ingrid.faults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Give it' }).click();
  await page.getByText('The bonus is on its way to Beatriz Almeida.').waitFor();

  await comes('mon 12:00', '2026-03-16');
  await ingrid.opens('/hire/invoices');
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByText('$27.50').first().waitFor();
  expect(await region(page, 'Lines').innerText()).toMatch(/Bonus[\s\S]*\$25\.00 \+ \$2\.50[\s\S]*Total\s+\$27\.50/);
  const beatriz = await stage.comes(stage.scene.beatriz, '/assist/earnings');
  expect(await region(beatriz.page, 'Coming').innerText()).toMatch(/Bonus: For the calm before Easter[\s\S]*\$25\.00/);
  await beatriz.page.getByRole('button', { name: /^Notifications/ }).click();
  await beatriz.page.getByText('Fjordlys gives you a bonus of $25.00, with the next invoice.').waitFor();
});

test('an assistant gives back a part of what was paid out, and is shown what is taken for it until it is settled', async () => {
  const { beatriz: assistant, ingrid: client, contract, invoicePath } = stage.scene;
  await comes('mon 12:00', '2026-03-30'); // All was sent, and is at the bank.
  const beatriz = await stage.signsIn(assistant);
  const { page } = beatriz;
  await beatriz.opens('/assist/earnings');
  const work = region(page, 'Sent').getByRole('row').filter({ hasText: '$49.33' });
  await work.getByRole('button', { name: 'Give back to Fjordlys' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give back to Fjordlys' });
  await dialog.getByLabel('Minutes').fill('40');
  await dialog.getByText(/\$12\.33 of yours goes back to Fjordlys: from your balance at Stripe/).waitFor();
  await dialog.getByRole('button', { name: 'Give it back' }).click();
  await page.getByText('$12.33 goes back to Fjordlys.').waitFor();
  await stage.world.time.quiet();

  await beatriz.opens('/assist/earnings');
  const debts = region(page, 'What you owe');
  expect(await debts.innerText()).toMatch(
    /At most 25 % of each transfer[\s\S]*Fjordlys\s+Being taken[\s\S]*own accord[\s\S]*\$12\.33\s+left of \$12\.33/,
  );
  expect(await beatriz.faults()).toEqual([]);
  const ingrid = await stage.signsIn(client);
  await ingrid.opens(invoicePath);
  const back = region(ingrid.page, 'Given back');
  expect(await back.innerText()).toMatch(/own accord[\s\S]*once all of it has been taken back[\s\S]*\$13\.56/);
  expect(await ingrid.faults()).toEqual([]);

  await comes('tue 18:00', '2026-03-30');
  await assistant.signsIn();
  await assistant.logs(contract, 'tue 9:00-10:00', 'Letters to customers', '2026-03-30');
  await comes('thu 12:00', '2026-04-13');
  await beatriz.signsIn(assistant);
  await beatriz.opens('/assist/earnings');
  // A quarter of the $18.50 that were sent.
  expect(await debts.innerText()).toMatch(/\$4\.62 of a transfer[\s\S]*\$7\.71\s+left of \$12\.33/);
  expect(await beatriz.faults()).toEqual([]);
});

async function comes(text: string, monday: string): Promise<void> {
  await stage.world.time.passesTo(at(text, monday, stage.scene.ingrid.zone));
}
