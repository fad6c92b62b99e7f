import { WorkedWeek } from '../support/worked-week.ts';

interface Earning {
  state: string;
  unpaid: { step: string; givenUpAt: string; outcome: string | null } | null;
}

let week: WorkedWeek;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
  } finally {
    await week.world.end();
  }
});

/** A month is longer than a session. */
async function everybodySignsIn(): Promise<void> {
  await week.beatriz.signsIn();
  await week.ingrid.signsIn();
}

test('after four tries and thirty days it is uncollectible: the assistant goes without, until it is paid late', async () => {
  week = await WorkedWeek.begin();
  await week.cardNow('insufficient_funds');
  await week.charged();
  await week.world.time.passes('29 days');
  expect(await week.invoice()).toMatchObject({ state: 'past_due' });
  expect(await week.rows(`select count(*)::int as tries from charge_attempt`)).toEqual([{ tries: 4 }]);

  await week.world.time.passes('1 day');
  await everybodySignsIn();

  expect(await week.invoice()).toMatchObject({ state: 'uncollectible' });
  expect(await week.earning<Earning>()).toMatchObject({
    state: 'unpaid',
    unpaid: { step: 'given_up', outcome: 'assistant_unpaid' },
  });
  expect(await week.balance('client_receivable')).toBe(0);
  expect(await week.balance('service_fee')).toBe(0);
  expect(await week.world.mailTo(week.beatriz.email)).toContain('Fjordlys did not pay');
  expect(await week.violations()).toEqual({});

  await week.world.time.passes('20 days');
  await everybodySignsIn();
  await week.ingrid.savesCard('5555555555554444');

  expect(await week.invoice()).toMatchObject({ state: 'paid' });
  expect(await week.balance('service_fee')).toBe(-5_77);
  await week.world.time.passes('2 weeks');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent', unpaid: null });
}, 240_000);

test('where the platform guarantees, the assistant is paid out of its funds, and a late payment makes up for it', async () => {
  week = await WorkedWeek.begin();
  await week.world.stripe.control.topUp(200_00);
  await week.guaranteed();
  await week.cardNow('stolen_card');
  await week.charged();

  await week.world.time.passes('30 days');
  await everybodySignsIn();
  expect(await week.earning<Earning>()).toMatchObject({ unpaid: { outcome: 'platform_guarantees' } });
  await week.world.time.passes('1 week');

  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });
  expect(await week.balance('platform_losses')).toBe(57_66);
  expect(await week.violations()).toEqual({});

  await week.ingrid.savesCard('5555555555554444');
  await week.world.time.passes('1 week');

  expect(await week.invoice()).toMatchObject({ state: 'paid' });
  expect(await week.balance('platform_losses')).toBe(0);
}, 240_000);

test('what is charged for the invoice a second time goes back', async () => {
  week = await WorkedWeek.begin();
  await week.charged();
  const { id } = await week.invoice();
  const second = await week.world.stripe.control.chargeByHand(id, 63_43);
  await week.world.time.passes('1 day');

  expect(await week.rows(`select charge_id, state, amount_cents::int from refund`)).toEqual([
    { charge_id: second.charge, state: expect.stringMatching(/^(sent|arrived)$/), amount_cents: 63_43 },
  ]);
  expect(await week.balance('refund_due')).toBe(0);
  expect(await week.invoice()).toMatchObject({ state: 'paid' });
}, 120_000);
