import { findViolations } from '@app/database';
import { billMinutes, Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { StripeModule } from '@app/stripe';
import fc from 'fast-check';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { billingEntities, BillingModule, InvoiceWeeks } from './index.ts';

const MONDAY_NOON_IN_OSLO = '2026-03-09T11:00:00Z';
const TUESDAY = new Date('2026-03-03T08:00:00Z');
const HOUR = 3_600;

let platform: TestPlatform;
let invoiceWeeks: InvoiceWeeks;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [StripeModule, BillingModule],
    entities: billingEntities,
    now: MONDAY_NOON_IN_OSLO,
  });
  invoiceWeeks = platform.get(InvoiceWeeks);
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

const run = (now = platform.clock.now()) => invoiceWeeks.run(now);
const rows = async <Row extends object>(sql: string) => (await platform.owner.query<Row>(sql)).rows;
const days = (n: number, from = platform.clock.now()) => new Date(from.getTime() + n * 24 * HOUR * 1000);

async function hired(rateCents = 1_850) {
  const client = await platform.arrange.client();
  const assistant = await platform.arrange.assistant();
  return { client, assistant, contractId: await platform.arrange.contract({ client, assistant, rateCents }) };
}

async function expectBooksInOrder(): Promise<void> {
  const violations = await findViolations(platform.db.reader, new Date(0));
  expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((name) => [name, []])));
}

test('fifteen hours at $18.50 are one invoice of $305.25, and the assistant keeps the whole rate', async () => {
  const { contractId } = await hired();
  const week = await platform.arrange.week({ contractId, from: TUESDAY, seconds: [9 * HOUR, 6 * HOUR] });

  expect(await run()).toBe(1);

  expect(await rows('select subtotal_cents, fee_cents, total_cents, state, hold_days from invoice')).toEqual([
    { subtotal_cents: '27750', fee_cents: '2775', total_cents: '30525', state: 'issued', hold_days: 5 },
  ]);
  expect(await rows('select kind, seconds, minutes, amount_cents, fee_cents from invoice_line')).toEqual([
    { kind: 'time', seconds: '54000', minutes: '900', amount_cents: '27750', fee_cents: '2775' },
  ]);
  expect(await rows('select amount_cents, state, releases_at from earning')).toEqual([
    { amount_cents: '27750', state: 'held', releases_at: null },
  ]);
  expect(await rows('select id, state, review_state from contract_week')).toEqual([
    { id: week, state: 'invoiced', review_state: 'pending' },
  ]);
  const ledger = platform.get(Ledger);
  expect(await ledger.balance('client_receivable')).toEqual(Money.usd(305_25));
  expect(await ledger.balance('earnings_held')).toEqual(Money.usd(-277_50));
  expect(await ledger.balance('service_fee')).toEqual(Money.usd(-27_75));
  expect(await rows(`select type, payload from event`)).toEqual([
    { type: 'weeks.invoiced', payload: { at: platform.clock.now().toISOString(), count: 1 } },
  ]);
  await expectBooksInOrder();
});

test('a client gets one invoice a week with a line for each contract', async () => {
  const { client, contractId } = await hired();
  const another = await platform.arrange.contract({ client, assistant: await platform.arrange.assistant() });
  const elsewhere = await hired();
  for (const id of [contractId, another, elsewhere.contractId])
    await platform.arrange.week({ contractId: id, from: TUESDAY, seconds: [HOUR] });

  expect(await run()).toBe(2);

  expect(await rows('select count(*)::int as lines from invoice_line group by invoice_id order by lines')).toEqual([
    { lines: 1 },
    { lines: 2 },
  ]);
  await expectBooksInOrder();
});

test('four runs at once issue one invoice, and so does a fifth afterwards', async () => {
  const { contractId } = await hired();
  await platform.arrange.week({ contractId, from: TUESDAY, seconds: [HOUR] });
  const issued = await Promise.all([run(), run(), run(), run()]);
  expect([...issued, await run()].toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 1]);
  expect(await rows('select count(*)::int as n from journal')).toEqual([{ n: 1 }]);
  await expectBooksInOrder();
});

test('open weeks are left alone', async () => {
  const { contractId } = await hired();
  await platform.arrange.week({ contractId, from: TUESDAY, seconds: [HOUR], state: 'open' });
  expect(await run()).toBe(0);
});

test('a week of less than 50 cents waits for the next one and joins its invoice', async () => {
  const { contractId } = await hired(1_000);
  await platform.arrange.week({ contractId, from: TUESDAY, seconds: [120] });
  expect(await run()).toBe(0);
  await platform.arrange.week({ contractId, from: days(7, TUESDAY), seconds: [HOUR] });
  expect(await run(days(7))).toBe(1);
  expect(await rows('select minutes from invoice_line order by minutes')).toEqual([
    { minutes: '2' },
    { minutes: '60' },
  ]);
  expect(
    await rows('select lower(during) as start from client_week w join invoice i on i.client_week_id = w.id'),
  ).toEqual([{ start: new Date('2026-03-08T23:00:00Z') }]);
  await expectBooksInOrder();
});

describe('too little to be charged', () => {
  /** Two minutes at $10.00: 0.33 and a fee of 0.03. */
  async function twoMinutes() {
    const { contractId } = await hired(1_000);
    await platform.arrange.week({ contractId, from: TUESDAY, seconds: [120] });
    return contractId;
  }
  const losses = () => platform.get(Ledger).balance('platform_losses');
  const frozenAt = (day: number) => days(day); // Monday noon, when it froze, is day 0.

  test('waits for more until four weeks have passed, and then Kontor pays the assistant', async () => {
    await twoMinutes();
    for (const week of [0, 7, 14, 21]) expect(await run(frozenAt(week))).toBe(0);
    expect(await losses()).toEqual(Money.usd(0));

    expect(await run(frozenAt(28))).toBe(1);

    expect(await losses()).toEqual(Money.usd(36));
    expect(await rows('select state, total_cents::int as total, charge_id from invoice')).toEqual([
      { state: 'void', total: 36, charge_id: null },
    ]);
    expect(await rows('select state, amount_cents::int as cents, paid_at is not null as paid from earning')).toEqual([
      { state: 'held', cents: 33, paid: true },
    ]);
    await expectBooksInOrder();
  });

  test('is paid by Kontor at once when the last contract has ended', async () => {
    const contractId = await twoMinutes();
    await rows(`update contract set state = 'ended', ended_at = '2026-03-08Z' where id = '${contractId}'`);
    expect(await run()).toBe(1);
    expect(await losses()).toEqual(Money.usd(36));
    await expectBooksInOrder();
  });

  test('waits while another contract of the client goes on, also one that is only offered', async () => {
    const { client, contractId } = await hired(1_000);
    await platform.arrange.week({ contractId, from: TUESDAY, seconds: [120] });
    await rows(`update contract set state = 'ended', ended_at = '2026-03-08Z' where id = '${contractId}'`);
    await platform.arrange.contract({ client, assistant: await platform.arrange.assistant(), state: 'offered' });
    expect(await run()).toBe(0);
  });
});

test('a week that froze after its client was invoiced joins the next invoice', async () => {
  const { client, contractId } = await hired();
  await platform.arrange.week({ contractId, from: TUESDAY, seconds: [HOUR] });
  await run();
  const late = await platform.arrange.contract({ client, assistant: await platform.arrange.assistant() });
  await platform.arrange.week({ contractId: late, from: TUESDAY, seconds: [HOUR] });
  expect(await run()).toBe(0);
  await platform.arrange.week({ contractId: late, from: days(7, TUESDAY), seconds: [HOUR] });
  expect(await run(days(7))).toBe(1);
  expect(await rows(`select count(*)::int as n from contract_week where state = 'frozen'`)).toEqual([{ n: 0 }]);
  await expectBooksInOrder();
});

test('the review runs to Friday midnight, and for 72 hours when the invoice comes late', async () => {
  const { contractId } = await hired();
  await platform.arrange.week({ contractId, from: TUESDAY, seconds: [HOUR] });
  await run();
  const late = await hired();
  await platform.arrange.week({ contractId: late.contractId, from: TUESDAY, seconds: [HOUR] });
  await run(days(4));
  expect(await rows('select review_ends_at from invoice order by issued_at')).toEqual([
    { review_ends_at: new Date('2026-03-13T23:00:00Z') },
    { review_ends_at: days(7) },
  ]);
});

describe('trust', () => {
  /** Paid invoices, a week apart, the first `firstDaysAgo` days before now. */
  async function paidWeeks(contractId: string, weeks: number, firstDaysAgo: number): Promise<void> {
    for (let week = 0; week < weeks; week++) {
      const paidAt = days(7 * week - firstDaysAgo);
      await platform.arrange.week({ contractId, from: days(-6, paidAt), seconds: [HOUR] });
      await run(paidAt);
      await platform.owner.query(
        `update invoice set state = 'charging', next_attempt_at = null where state = 'issued'`,
      );
      await platform.owner.query(
        `update invoice set state = 'paid', charge_id = 'ch_' || id, paid_at = $1 where state = 'charging'`,
        [paidAt],
      );
    }
  }
  const latest = async () =>
    (await rows<object>('select client_trusted, hold_days from invoice order by issued_at desc limit 1'))[0];

  test.each([
    { weeks: 4, firstDaysAgo: 28, client_trusted: true, hold_days: 0 },
    { weeks: 3, firstDaysAgo: 28, client_trusted: false, hold_days: 5 },
    { weeks: 4, firstDaysAgo: 27, client_trusted: false, hold_days: 5 },
  ])('$weeks captured weeks, the first $firstDaysAgo days ago: trusted $client_trusted', async (given) => {
    const { contractId } = await hired();
    await paidWeeks(contractId, given.weeks, given.firstDaysAgo);
    await platform.arrange.week({ contractId, from: days(-5), seconds: [HOUR] });
    await run();
    expect(await latest()).toEqual({ client_trusted: given.client_trusted, hold_days: given.hold_days });
  });

  test('a charge that was declined on the latest invoice costs it', async () => {
    const { contractId } = await hired();
    await paidWeeks(contractId, 4, 28);
    await platform.owner.query(
      `insert into charge_attempt (id, invoice_id, number, payment_method_id, state, state_at, claimed_at, decline_code)
       select gen_random_uuid(), id, 1, 'pm_1', 'declined', $1, $1, 'insufficient_funds' from invoice order by issued_at desc limit 1`,
      [days(-7)],
    );
    await platform.arrange.week({ contractId, from: days(-5), seconds: [HOUR] });
    await run();
    expect(await latest()).toEqual({ client_trusted: false, hold_days: 5 });
  });
});

test('whatever is worked, the lines are what the seconds are worth, and sum to the invoice and its journal', async () => {
  const entry = fc.integer({ min: 1, max: 4 * HOUR });
  const contract = fc.record({
    rateCents: fc.integer({ min: 1_000, max: 2_500 }),
    seconds: fc.array(entry, { minLength: 1, maxLength: 8 }),
  });
  const clients = fc.sample(fc.array(contract, { minLength: 1, maxLength: 4 }), { numRuns: 25, seed: 1850 });
  let total = 0;
  for (const contracts of clients) {
    const client = await platform.arrange.client();
    let clientTotal = 0;
    for (const { rateCents, seconds } of contracts) {
      const assistant = await platform.arrange.assistant();
      const contractId = await platform.arrange.contract({ client, assistant, rateCents });
      await platform.arrange.week({ contractId, from: TUESDAY, seconds });
      const worked = seconds.reduce((sum, part) => sum + part, 0);
      const amount = Money.usd(rateCents).forMinutes(billMinutes(worked));
      clientTotal += amount.plus(amount.basisPoints(1_000)).cents;
    }
    if (clientTotal >= 50) total += clientTotal;
  }

  await run();

  expect(await rows('select sum(total_cents)::int as total from invoice')).toEqual([{ total }]);
  expect(await platform.get(Ledger).balance('client_receivable')).toEqual(Money.usd(total));
  await expectBooksInOrder();
});
