import { WorkedWeek } from '../support/worked-week.ts';

interface Earning {
  state: string;
}

const FEE = 15_00; // Stripe's, for each chargeback; it keeps it.
const PAID = 63_43;

let week: WorkedWeek;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('chargeback_held')).toBe(0);
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
    expect(await week.rows(`select 1 from invoice where charge_disputed_at is not null`)).toEqual([]);
  } finally {
    await week.world.end();
  }
});

/** The week is paid, and its bank takes it back. */
async function charged(): Promise<string> {
  week = await WorkedWeek.begin();
  await week.world.stripe.control.topUp(200_00); // What a bank takes back is the platform's to carry meanwhile.
  await week.charged();
  await week.world.time.passes('1 day');
  return (await week.invoice()).chargeId ?? '';
}

async function disputed(charge: string, options: { amount?: number; inquiry?: boolean } = {}): Promise<string> {
  const { id } = await week.world.stripe.control.dispute(charge, options);
  await week.world.time.quiet();
  return id;
}

async function decided(how: 'won' | 'lost', id: string, options: { returnsFee?: boolean } = {}): Promise<void> {
  if (how === 'won') await week.world.stripe.control.winDispute(id, options);
  else await week.world.stripe.control.loseDispute(id);
  await week.world.time.quiet();
}

const state = async () => (await week.rows<{ state: string }>(`select state from chargeback`)).map((row) => row.state);
const losses = () => week.balance('platform_losses');
const fees = () => week.balance('chargeback_fees');

test('won before anything was released: only the lines it touched waited, and work goes on', async () => {
  const charge = await charged();
  const id = await disputed(charge);
  expect(await state()).toEqual(['needs_response']);
  expect(await week.rows(`select live_holds from earning`)).toEqual([{ live_holds: 1 }]);
  expect(await week.balance('chargeback_held')).toBe(PAID);
  await expect(week.beatriz.startsTimer(week.contract, 'Answers what customers ask')).rejects.toMatchObject({
    problem: { code: 'billing_hold' },
  });
  expect(await week.world.mailTo(week.beatriz.email)).toContain('A payment of Fjordlys is contested');
  expect(await week.world.mailTo(week.ingrid.email)).toContainEqual(expect.stringMatching(/^Your bank has taken back/));

  await decided('won', id);

  expect(await state()).toEqual(['won']);
  expect([await losses(), await fees()]).toEqual([0, FEE]);
  await week.beatriz.startsTimer(week.contract, 'Answers what customers ask');
  await week.world.time.passes('10 minutes');
  await week.beatriz.stopsTimer();
  await week.world.time.passes('2 weeks');
  const earnings = await week.beatriz.get<(Earning & { amountCents: number })[]>('/earnings');
  expect(earnings.find(({ amountCents }) => amountCents === 57_66)).toMatchObject({ state: 'sent' });
}, 120_000);

test('lost, and won late: the platform carries it until then, and the assistant is paid all the same', async () => {
  const charge = await charged();
  const id = await disputed(charge);
  await decided('lost', id);
  expect([await losses(), await week.balance('service_fee'), await fees()]).toEqual([57_66, 0, FEE]);
  expect(await week.violations()).toEqual({});
  await week.world.time.passes('2 weeks');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });

  await decided('won', id, { returnsFee: true });

  expect(await state()).toEqual(['won']);
  expect([await losses(), await week.balance('service_fee'), await fees()]).toEqual([0, -5_77, 0]);
}, 120_000);

test('a bank that takes its time: what was earned is released after fourteen days, at the cost of the platform', async () => {
  const charge = await charged();
  const id = await disputed(charge);
  await week.world.time.passes('13 days');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'held' });

  await week.world.time.passes('2 days');

  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });
  expect(await state()).toEqual(['needs_response']);
  await decided('lost', id);
  expect(await losses()).toBe(57_66);
}, 120_000);

test('after the release: nothing is held, and a loss is the platform’s', async () => {
  const charge = await charged();
  await week.world.time.passes('2 weeks');
  expect(await week.earning<Earning>()).toMatchObject({ state: 'sent' });
  const id = await disputed(charge);
  expect(await week.rows(`select 1 from earning_hold`)).toEqual([]);
  await decided('lost', id);
  expect([await losses(), await week.balance('service_fee'), await fees()]).toEqual([57_66, 0, FEE]);
}, 120_000);

test('a part: of each line its share is lost, and the rest of the fee is kept', async () => {
  const charge = await charged();
  const id = await disputed(charge, { amount: 20_00 });
  await decided('lost', id);
  expect([await losses(), await week.balance('service_fee')]).toEqual([18_18, -5_77 + 1_82]);
}, 120_000);

test('an inquiry moves no money and holds nothing; when it becomes a chargeback, it does', async () => {
  const charge = await charged();
  await disputed(charge, { inquiry: true });
  expect(await state()).toEqual(['inquiry']);
  expect(await week.rows(`select 1 from earning_hold`)).toEqual([]);
  expect(await week.balance('chargeback_held')).toBe(0);
  await week.beatriz.startsTimer(week.contract, 'Answers what customers ask');
  await week.world.time.passes('10 minutes');
  await week.beatriz.stopsTimer();

  await decided('won', (await week.rows<{ id: string }>(`select stripe_id as id from chargeback`))[0]?.id ?? '');

  expect(await state()).toEqual(['inquiry_closed']);
  expect([await losses(), await fees()]).toEqual([0, 0]);
}, 120_000);

test('two banks of one charge: each takes its part, and no line loses more than it had', async () => {
  const charge = await charged();
  const first = await disputed(charge, { amount: 30_00 });
  const second = await disputed(charge, { amount: 33_43 });
  await decided('lost', second);
  await decided('lost', first);
  expect(await state()).toEqual(['lost', 'lost']);
  expect([await losses(), await week.balance('service_fee'), await fees()]).toEqual([57_66, 0, 2 * FEE]);
}, 120_000);
