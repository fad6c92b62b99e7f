import { WorkedWeek } from '../support/worked-week.ts';

interface Payment {
  state: string;
  url: string | null;
  declined: string | null;
}

interface Earning {
  state: string;
  unpaid: { step: string; nextAttemptAt: string | null; suspendedAt: string | null } | null;
  can: { endContract: boolean };
}

const DAY_MS = 86_400_000;

let week: WorkedWeek;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
  } finally {
    await week.world.end();
  }
});

const after = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);

test('an empty account is tried again the next day, and nobody is suspended', async () => {
  week = await WorkedWeek.begin();
  await week.cardNow('insufficient_funds');
  const noon = await week.charged();
  const retry = after(noon, 1);
  expect(await week.earning<Earning>()).toMatchObject({
    state: 'held',
    unpaid: { step: 'retry', nextAttemptAt: retry.toISOString(), suspendedAt: null },
    can: { endContract: true },
  });
  expect(await week.world.mailTo(week.ingrid.email)).toContainEqual(expect.stringMatching(/^Your card was declined/));
  expect(await week.world.mailTo(week.beatriz.email)).toContainEqual(
    expect.stringMatching(/^A payment of Fjordlys has failed/),
  );

  await week.cardNow('succeeds');
  await week.world.time.passesTo(retry);

  expect(await week.invoice()).toMatchObject({ state: 'paid' });
  expect(await week.earning<Earning>()).toMatchObject({ state: 'held', unpaid: null });
  expect(await week.world.mailTo(week.beatriz.email)).toContain('Fjordlys has paid');
  await week.world.time.passes('2 weeks');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });
}, 120_000);

test('a stolen card is not tried again: another one, saved on the hosted page, pays the same payment at once', async () => {
  week = await WorkedWeek.begin();
  await week.cardNow('stolen_card');
  await week.charged();
  const { paymentIntentId } = await week.invoice();
  expect(await week.earning<Earning>()).toMatchObject({ unpaid: { step: 'card', nextAttemptAt: null } });

  await week.ingrid.savesCard('5555555555554444');

  expect(await week.invoice()).toMatchObject({ state: 'paid', paymentIntentId });
  await week.world.time.passes('2 weeks');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });
}, 120_000);

test('a bank that wants its cardholder is answered on its page: refused first, left open, then confirmed', async () => {
  week = await WorkedWeek.begin({ card: '4000002760003184' });
  await week.charged();
  const { id, paymentIntentId } = await week.invoice();
  expect(await week.earning<Earning>()).toMatchObject({ unpaid: { step: 'authentication', nextAttemptAt: null } });
  expect(await week.world.mailTo(week.ingrid.email)).toContainEqual(expect.stringMatching(/^Your bank asks you/));
  const pays = () => week.ingrid.post<Payment>(`/invoices/${id}/payment`);
  const comesBack = () => week.ingrid.post<Payment>(`/invoices/${id}/payment/completion`);

  const first = await pays();
  expect(first).toMatchObject({ state: 'charging', url: expect.stringContaining('/authenticate/') });
  await week.world.answersBank(first.url ?? '', 'refuse');
  expect(await comesBack()).toMatchObject({ state: 'past_due', url: null, declined: expect.any(String) });

  // A page that is left is there still, for an hour; what is answered later counts all the same.
  const second = await pays();
  expect(await pays()).toEqual(second);
  await week.world.time.passes('2 hours');
  expect(await week.invoice()).toMatchObject({ state: 'past_due' });
  await week.world.answersBank(second.url ?? '');
  await week.world.time.quiet();

  expect(await week.invoice()).toMatchObject({ state: 'paid', paymentIntentId });
  expect(await pays()).toMatchObject({ state: 'paid', url: null });
  await week.world.time.passes('2 weeks');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });
}, 120_000);

test('the second failure stops all work for the client at that second, and payment lets it go on', async () => {
  week = await WorkedWeek.begin();
  const { world, ingrid, beatriz, contract } = week;
  await week.cardNow('insufficient_funds');
  const noon = await week.charged();
  const second = after(noon, 1);
  await world.time.passesTo(new Date(second.getTime() - 30 * 60_000));
  await beatriz.startsTimer(contract, 'Answers what customers ask');

  await world.time.passesTo(second);
  await world.time.passes('10 minutes');

  const entries = await week.rows<{ till: Date | null }>(
    `select upper(during) as till from time_entry where lower(during) > '2026-03-09Z'`,
  );
  expect(entries).toEqual([{ till: second }]);
  await expect(beatriz.startsTimer(contract, 'Answers what customers ask')).rejects.toMatchObject({
    problem: { code: 'billing_hold' },
  });
  await expect(beatriz.logs(contract, 'tue 8:00-8:30', 'Answered customer e-mail', '2026-03-09')).rejects.toMatchObject(
    {
      problem: { code: 'billing_hold' },
    },
  );
  expect(await week.earning<Earning>()).toMatchObject({
    unpaid: { step: 'retry', nextAttemptAt: after(noon, 3).toISOString(), suspendedAt: second.toISOString() },
  });
  expect(await world.mailTo(beatriz.email)).toContain('Please stop working for Fjordlys');
  expect(await world.mailTo(ingrid.email)).toContain('Work for Fjordlys is suspended');

  await ingrid.savesCard('5555555555554444');

  expect(await week.invoice()).toMatchObject({ state: 'paid' });
  expect(await world.mailTo(beatriz.email)).toContain('Work for Fjordlys goes on');
  await beatriz.startsTimer(contract, 'Answers what customers ask');
  await world.time.passes('1 hour');
  await beatriz.stopsTimer();
}, 120_000);
