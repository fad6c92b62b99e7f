import { findViolations } from '@app/database';
import type { User } from '@app/kernel';
import { StripeModule } from '@app/stripe';
import { BonusRequest } from '@app/wire/refunds';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { billingEntities, BillingModule, InvoiceWeeks, PayBonus } from './index.ts';

const WEDNESDAY = new Date('2026-03-11T09:00:00Z');
const NEXT_MONDAY_NOON = new Date('2026-03-16T11:00:00Z');
const DAY_MS = 86_400_000;
const THANKS = 'Thank you for the long Friday';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [StripeModule, BillingModule],
    entities: billingEntities,
    now: WEDNESDAY.toISOString(),
  });
});
afterAll(() => platform.close());
beforeEach(() => platform.reset());

const rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
  (await platform.owner.query<Row>(sql, values)).rows;
const pay = (actor: User, contractId: string, { amountCents = 25_00, key = 'a bonus for March' } = {}) =>
  platform.get(PayBonus).run(actor, { contractId, amountCents, note: THANKS }, key);

async function hired({ chargeable = true, state }: { chargeable?: boolean; state?: 'ended' | 'offered' } = {}) {
  const client = await platform.arrange.client({ chargeable });
  const assistant = await platform.arrange.assistant();
  return {
    client,
    assistant,
    contractId: await platform.arrange.contract({ client, assistant, ...(state ? { state } : {}) }),
  };
}

test('it is a line of the next invoice, with its fee, and waits for no review but for the ordinary hold', async () => {
  const { client, contractId } = await hired();
  await pay(client, contractId);
  expect(await platform.get(InvoiceWeeks).run(new Date(NEXT_MONDAY_NOON.getTime() - 1))).toBe(0);

  expect(await platform.get(InvoiceWeeks).run(NEXT_MONDAY_NOON)).toBe(1);

  const lines = `select kind, amount_cents::int as amount, fee_cents::int as fee, rate_cents, seconds from invoice_line`;
  expect(await rows(lines)).toEqual([{ kind: 'bonus', amount: 25_00, fee: 2_50, rate_cents: null, seconds: null }]);
  const earning = `select e.state, e.review_ended_at as reviewed, i.hold_days from earning e join invoice i on i.id = e.invoice_id`;
  expect(await rows(earning)).toEqual([{ state: 'held', reviewed: NEXT_MONDAY_NOON, hold_days: 5 }]);
  const violations = await findViolations(platform.db.reader, new Date(0));
  expect(Object.entries(violations).filter(([, found]) => found.length > 0)).toEqual([]);
});

test('the same request again is the same bonus; with its key for another amount it is refused', async () => {
  const { client, contractId } = await hired();
  const first = await pay(client, contractId);
  expect(await pay(client, contractId)).toMatchObject({ repeated: true, value: { id: first.value.id } });
  await expect(pay(client, contractId, { amountCents: 26_00 })).rejects.toMatchObject({
    code: 'idempotency_key_reused',
  });
  expect(await rows('select id from bonus')).toHaveLength(1);
});

test('it is at least a dollar', async () => {
  const { client, contractId } = await hired();
  expect(BonusRequest.safeParse({ amountCents: 99, note: THANKS }).success).toBe(false);
  expect(BonusRequest.safeParse({ amountCents: 1_00, note: THANKS }).success).toBe(true);
  await expect(pay(client, contractId, { amountCents: 99 })).rejects.toThrow();
  expect(await rows('select id from bonus')).toEqual([]);
});

test('for work that has begun', async () => {
  const { client, contractId } = await hired({ state: 'offered' });
  await expect(pay(client, contractId)).rejects.toMatchObject({ code: 'bonus_not_possible' });
});

test('by a client whose card can be charged, and for whom work is not held', async () => {
  const { client, contractId } = await hired({ chargeable: false });
  await expect(pay(client, contractId)).rejects.toMatchObject({ code: 'no_chargeable_card' });
  await rows(`update client_standing set chargeable = true, billing_hold_at = $1`, [WEDNESDAY]);
  await expect(pay(client, contractId)).rejects.toMatchObject({ code: 'no_chargeable_card' });
});

test('not by the assistant, who sees the contract, and not by strangers, who do not', async () => {
  const { assistant, contractId } = await hired();
  await expect(pay(assistant, contractId)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await platform.arrange.client();
  await expect(pay(stranger, contractId)).rejects.toMatchObject({ code: 'contract_not_found' });
});

test('until 180 days after the end, and not later', async () => {
  const { client, contractId } = await hired({ state: 'ended' });
  const lastInstant = new Date(platform.clock.now().getTime() + 180 * DAY_MS);
  platform.clock.moveTo(lastInstant);
  await pay(client, contractId);
  platform.clock.moveTo(new Date(lastInstant.getTime() + 1));
  await expect(pay(client, contractId, { key: 'another bonus for March' })).rejects.toMatchObject({
    code: 'bonus_not_possible',
    details: { days: 180 },
  });
});
