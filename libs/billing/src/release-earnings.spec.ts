import { findViolations } from '@app/database';
import { defaultCyclePolicy, Money, timeline, type User, weekOf } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { StripeModule } from '@app/stripe';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import {
  AcceptBySilence,
  ApproveWeek,
  billingEntities,
  BillingModule,
  DescribeEarnings,
  DescribeInvoices,
  Earnings,
  InvoiceWeeks,
  ReleaseEarnings,
} from './index.ts';
import { SettleCharge } from './settle-charge.ts';

const DAY_MS = 86_400_000;

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [StripeModule, BillingModule],
    entities: billingEntities,
    now: '2026-03-09T11:00:00Z', // Monday noon in Oslo
  });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());
afterEach(async () => {
  const violations = await findViolations(platform.db.reader, new Date(0));
  expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((name) => [name, []])));
});

interface Worked {
  client: User & { clientId: string };
  assistant: User;
  weekId: string;
  invoiceId: string;
  reviewEndsAt: Date;
}

const rows = async <Row extends object>(sql: string) => (await platform.owner.query<Row>(sql)).rows;
const earning = async () =>
  (
    await rows<{ id: string; state: string; review_ended_at: Date | null; releases_at: Date | null }>(
      'select id, state, review_ended_at, releases_at from earning',
    )
  )[0]!;
const inDays = (days: number, from = platform.clock.now()) => new Date(from.getTime() + days * DAY_MS);
const silence = () => platform.get(AcceptBySilence).run(platform.clock.now());
const release = () => platform.get(ReleaseEarnings).run(platform.clock.now());
const approve = (actor: User, { weekId }: Worked) => platform.get(ApproveWeek).run(actor, weekId);

/** An hour at $18.50, invoiced now. */
async function invoiced(): Promise<Worked> {
  const client = await platform.arrange.client();
  const assistant = await platform.arrange.assistant();
  const contractId = await platform.arrange.contract({ client, assistant });
  const weekId = await platform.arrange.week({ contractId, from: inDays(-6), seconds: [3_600] });
  await platform.get(InvoiceWeeks).run(platform.clock.now());
  const [invoice] = await rows<{ id: string; review_ends_at: Date }>('select id, review_ends_at from invoice');
  return { client, assistant, weekId, invoiceId: invoice!.id, reviewEndsAt: invoice!.review_ends_at };
}

async function paid({ invoiceId }: Worked): Promise<Date> {
  const attempt = crypto.randomUUID();
  await platform.owner.query(`update invoice set state = 'charging', next_attempt_at = null where id = $1`, [
    invoiceId,
  ]);
  await platform.owner.query(
    `insert into charge_attempt (id, invoice_id, number, payment_method_id, state, state_at, claimed_at)
     values ($1, $2, 1, 'pm_1', 'claimed', $3, $3)`,
    [attempt, invoiceId, platform.clock.now()],
  );
  await platform.get(SettleCharge).succeeded(attempt, `ch_${attempt}`);
  return platform.clock.now();
}

test('who says nothing until the review ends has accepted, and the hold runs from there', async () => {
  const week = await invoiced();
  await paid(week);
  expect(await silence()).toBe(0);
  expect(await platform.get(AcceptBySilence).nextDueAt()).toEqual(week.reviewEndsAt);

  platform.clock.moveTo(inDays(0.1, week.reviewEndsAt)); // The sweep comes late; the date that was shown stands.
  expect(await silence()).toBe(1);
  expect(await silence()).toBe(0);

  expect(await earning()).toMatchObject({
    state: 'held',
    review_ended_at: week.reviewEndsAt,
    releases_at: inDays(5, week.reviewEndsAt),
  });
  expect(await rows('select state, review_state from contract_week')).toEqual([
    { state: 'accepted', review_state: 'accepted_by_silence' },
  ]);
});

test('nobody approves before their address is confirmed', async () => {
  const week = await invoiced();
  const unverified = { ...week.client, emailVerified: false };
  await expect(approve(unverified, week)).rejects.toMatchObject({ code: 'email_not_verified' });
  expect(await rows('select review_state from contract_week')).toEqual([{ review_state: 'pending' }]);
});

test('an approval ends the review at once, but not the hold of a new client', async () => {
  const week = await invoiced();
  await paid(week);
  platform.clock.moveTo(inDays(1));
  const approvedAt = platform.clock.now();
  await approve(week.client, week);
  await approve(week.client, week);
  expect(await earning()).toMatchObject({ review_ended_at: approvedAt, releases_at: inDays(5, approvedAt) });
  expect(await rows(`select count(*)::int as told from event where type = 'week.approved'`)).toEqual([{ told: 1 }]);
  platform.clock.moveTo(inDays(4));
  expect(await silence()).toBe(0);
});

test('money that is paid after the review is held from the payment', async () => {
  const week = await invoiced();
  platform.clock.moveTo(week.reviewEndsAt);
  await silence();
  expect(await earning()).toMatchObject({ releases_at: null });
  platform.clock.moveTo(inDays(2));
  const paidAt = await paid(week);
  expect(await earning()).toMatchObject({ releases_at: inDays(5, paidAt) });
});

test('SQL and kernel give the same release', async () => {
  const week = await invoiced();
  const paidAt = await paid(week);
  platform.clock.moveTo(week.reviewEndsAt);
  await silence();
  const { releasesAt } = timeline(weekOf(inDays(-7), 'Europe/Oslo'), defaultCyclePolicy, 'new');
  expect(await earning()).toMatchObject({ releases_at: releasesAt(paidAt, week.reviewEndsAt) });
});

test('what is released becomes due, once, and waits to be sent', async () => {
  const week = await invoiced();
  await paid(week);
  platform.clock.moveTo(week.reviewEndsAt);
  await silence();
  const due = inDays(5, week.reviewEndsAt);
  expect(await platform.get(ReleaseEarnings).nextDueAt()).toEqual(due);
  platform.clock.moveTo(new Date(due.getTime() - 1));
  expect(await release()).toBe(0);

  platform.clock.moveTo(due);
  const released = await Promise.all([release(), release(), release()]);
  expect(released.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);

  const ledger = platform.get(Ledger);
  expect(await ledger.balance('earnings_held')).toEqual(Money.usd(0));
  expect(await ledger.balance('earnings_due', { assistantId: week.assistant.userId })).toEqual(Money.usd(-18_50));
  expect(await rows(`select payload->'count' as count from event where type = 'earnings.released'`)).toEqual([
    { count: 1 },
  ]);

  const { id } = await earning();
  const earnings = platform.get(Earnings);
  const send = () =>
    platform.db.transaction((tx) => earnings.move(tx, [id], { from: 'due', to: 'sending' }, platform.clock.now()));
  await send();
  await expect(send()).rejects.toThrow('1 earnings were to be sending, and 0 were due');
});

test('only the client approves, only once it is invoiced, and strangers see no week', async () => {
  const week = await invoiced();
  const stranger = await platform.arrange.client();
  await expect(approve(stranger, week)).rejects.toMatchObject({ code: 'week_not_found' });
  await expect(approve(week.assistant, week)).rejects.toMatchObject({ code: 'forbidden' });
  const open = { ...week, weekId: await openWeek(week) };
  await expect(approve(week.client, open)).rejects.toMatchObject({ code: 'week_not_in_review' });
  platform.clock.moveTo(week.reviewEndsAt);
  await silence();
  await expect(approve(week.client, week)).rejects.toMatchObject({ code: 'week_not_in_review' });
});

async function openWeek({ client }: Worked): Promise<string> {
  const contractId = await platform.arrange.contract({ client, assistant: await platform.arrange.assistant() });
  return platform.arrange.week({ contractId, from: inDays(-1), seconds: [60], state: 'open' });
}

test('of approval and silence at one instant, one ends the review', async () => {
  const week = await invoiced();
  platform.clock.moveTo(week.reviewEndsAt);
  const [approved, accepted] = await Promise.allSettled([approve(week.client, week), silence()]);
  expect(accepted.status).toBe('fulfilled');
  const silent = accepted.status === 'fulfilled' ? accepted.value : 0;
  expect(approved.status).toBe(silent === 1 ? 'rejected' : 'fulfilled');
  expect(await earning()).toMatchObject({ review_ended_at: week.reviewEndsAt });
});

test('client and assistant read the same week, each their own side of it', async () => {
  const week = await invoiced();
  const invoices = platform.get(DescribeInvoices);
  expect(await invoices.list(week.client)).toMatchObject([{ totalCents: 20_35, state: 'issued', zone: 'Europe/Oslo' }]);
  expect((await invoices.find(week.client, week.invoiceId)).lines).toMatchObject([
    { minutes: 60, amountCents: 18_50, feeCents: 1_85, review: 'pending', assistantId: week.assistant.userId },
  ]);
  expect(await invoices.list(week.assistant)).toEqual([]);
  await expect(invoices.find(week.assistant, week.invoiceId)).rejects.toMatchObject({ code: 'invoice_not_found' });

  const earnings = platform.get(DescribeEarnings);
  expect(await earnings.list(week.assistant)).toMatchObject([
    {
      amountCents: 18_50,
      state: 'held',
      date: week.reviewEndsAt,
      reason: 'In review until then at the latest, then a 5-day hold: new client',
    },
  ]);
  expect(await earnings.list(week.client)).toEqual([]);
});
