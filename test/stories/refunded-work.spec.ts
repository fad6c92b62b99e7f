import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { stepsOf, workerDiesAt } from '../support/killed-worker.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const RELEASED = at('thu 9:00', '2026-03-16', 'Europe/Oslo'); // silence on Friday 24:00, and five days of hold
const FORTY_MINUTES = 40 * 60;

let week: WorkedWeek;

afterEach(() => week.world.end());

interface Line {
  id: string;
  givenBackCents: number;
  givenBackFeeCents: number;
}
interface Invoice {
  state: string;
  totalCents: number;
  creditedCents: number;
  owedCents: number;
  refundedCents: number;
  lines: Line[];
  givenBack: { amountCents: number; feeCents: number; creditNote: string | null; refund: { state: string } | null }[];
}

async function invoice(): Promise<Invoice> {
  const [first] = await week.ingrid.get<{ id: string }[]>('/invoices');
  return week.ingrid.get<Invoice>(`/invoices/${first?.id}`);
}

async function refundFortyMinutes(): Promise<void> {
  const [line] = (await invoice()).lines;
  await week.beatriz.stepsUp();
  expect(await week.beatriz.post(`/invoice-lines/${line?.id}/refunds`, { quantity: FORTY_MINUTES })).toEqual({
    amountCents: 12_33,
    feeCents: 1_24,
  });
}

async function expectBooksToBalance(): Promise<void> {
  const violations = await week.world.violations();
  expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((name) => [name, []])));
  expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
}

const earnings = async () =>
  (await week.beatriz.get<{ amountCents: number; state: string }[]>('/earnings'))
    .map(({ amountCents, state }) => ({ amountCents, state }))
    .toSorted((a, b) => a.amountCents - b.amountCents);

test('before release: the part is refunded with its fee, and the rest is paid on its day', async () => {
  week = await WorkedWeek.begin();
  await week.charged();
  await refundFortyMinutes();
  await week.world.time.quiet();
  expect(await invoice()).toMatchObject({
    ...{ state: 'paid', totalCents: 63_43, creditedCents: 0, owedCents: 63_43, refundedCents: 13_57 },
    lines: [{ givenBackCents: 12_33, givenBackFeeCents: 1_24 }],
    givenBack: [{ amountCents: 12_33, feeCents: 1_24, creditNote: null, refund: { state: 'arrived' } }],
  });
  await week.world.time.passesTo(RELEASED);
  expect(await earnings()).toEqual([
    { amountCents: 12_33, state: 'cancelled' },
    { amountCents: 45_33, state: 'sent' },
  ]);
  await expectBooksToBalance();
}, 240_000);

test('after release: it is taken back from the balance first, and then refunded', async () => {
  week = await WorkedWeek.begin();
  await week.world.time.passesTo(RELEASED);
  await refundFortyMinutes();
  await week.world.time.quiet();
  expect(await invoice()).toMatchObject({ givenBack: [{ refund: { state: 'arrived' } }] });
  expect(await earnings()).toEqual([{ amountCents: 57_66, state: 'part_reversed' }]);
  expect(await week.beatriz.get('/debts')).toMatchObject([{ amountCents: 12_33, reversedCents: 12_33, leftCents: 0 }]);
  await expectBooksToBalance();
}, 240_000);

test('a bonus stands on the next invoice, and is released without a review', async () => {
  week = await WorkedWeek.begin();
  await week.ingrid.post(`/contracts/${week.contract}/bonuses`, { amountCents: 25_00, note: 'Thank you' });
  await week.charged();
  expect(await invoice()).toMatchObject({ state: 'paid', totalCents: 90_93 }); // 57.66 + 5.77 + 25.00 + 2.50
  await week.world.time.passesTo(RELEASED);
  expect(await earnings()).toEqual([
    { amountCents: 25_00, state: 'sent' },
    { amountCents: 57_66, state: 'sent' },
  ]);
  await expectBooksToBalance();
}, 240_000);

test.each([
  ['lost', 'drop'],
  ['doubled', 'twin'],
  ['out of order', 'reorder'],
] as const)(
  'with webhooks %s the refund ends the same',
  async (_, effect) => {
    week = await WorkedWeek.begin({ card: '4000000000007726' }); // pending at first
    await week.world.time.passesTo(RELEASED);
    await week.world.stripe.control.addFault({ webhook: '.*', effect, times: 'always' });
    await refundFortyMinutes();
    await week.world.time.quiet(); // before Friday's payout empties the balance that it is taken back from
    await week.world.time.passes('2 days');
    await week.world.stripe.control.clearFaults();
    expect(await invoice()).toMatchObject({ givenBack: [{ refund: { state: 'arrived' } }] });
    await expectBooksToBalance();
  },
  240_000,
);

test.each(stepsOf('refund', 'reversal'))(
  'killed at %s, the money goes back once',
  async (step) => {
    week = await WorkedWeek.begin();
    await week.world.time.passesTo(RELEASED);
    await refundFortyMinutes();
    expect(await workerDiesAt(week.world, step)).toBe('SIGKILL');
    await week.world.time.quiet();
    await week.world.time.passes('1 day');
    expect(await invoice()).toMatchObject({ refundedCents: 13_57, givenBack: [{ refund: { state: 'arrived' } }] });
    expect(await earnings()).toEqual([{ amountCents: 57_66, state: 'part_reversed' }]);
    expect(await week.world.platformBalance()).toBe(2_39); // 63.43 - 2.14 - 57.66 + 12.33 - 13.57
    await expectBooksToBalance();
  },
  240_000,
);
