import { PreviewRefund, RefreshRefunds, RefundLine, SendRefunds } from '@app/billing';
import type { User } from '@app/kernel';

import { type Client, Payday } from '../../../test/support/payday.ts';
import { MirrorBalance, SendReversals, SendTransfers } from './index.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

let payday: Payday;
let assistant: User;
let client: Client;
let lineId: string;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(async () => {
  await payday.reset();
  assistant = await payday.assistant();
  await payday.onboard(assistant);
  client = await payday.client();
  await payday.earns(assistant, [[client, 15]]); // 277.50 and a fee of 27.75
  lineId = (await payday.rows<{ id: string }>('select id from invoice_line'))[0]?.id ?? '';
});

const refund = (actor: User, quantity?: number, key = 'to give back, as asked for in March') =>
  payday.platform.get(RefundLine).run({ ...actor, steppedUpAt: payday.now }, { lineId, quantity }, key);
const worth = async (asked: ReturnType<typeof refund>) =>
  (await asked).value.map(({ amountCents, feeCents }) => ({ amount: amountCents.cents, fee: feeCents.cents }));
const preview = async (actor: User, quantity?: number) => {
  const { amount, fee } = await payday.platform.get(PreviewRefund).run(actor, { lineId, quantity });
  return { amount: amount.cents, fee: fee.cents };
};
const refunds = () =>
  payday.rows<object>('select state, amount_cents::int as cents from refund order by created_at, id');

async function sweep(): Promise<void> {
  await payday.platform.get(SendTransfers).run(payday.now);
  await payday.platform.get(SendReversals).run();
  await payday.platform.get(SendRefunds).run();
  await payday.passes(0.1);
  await payday.platform.get(RefreshRefunds).run(payday.now);
  await payday.platform.get(MirrorBalance).run(payday.now);
}

test('any part of it, one after the other, and at last all that is left: they sum to the line, fee and all', async () => {
  expect(await worth(refund(assistant, 7 * MINUTE, 'first, as asked for in March'))).toEqual([
    { amount: 2_16, fee: 22 },
  ]);
  expect(await worth(refund(assistant, 8 * HOUR + 11 * MINUTE, 'second, as asked for in March'))).toHaveLength(1);
  await refund(assistant, undefined, 'the rest, as asked for in March');
  const [sums] = await payday.rows(
    'select sum(amount_cents)::int as amount, sum(fee_cents)::int as fee from give_back',
  );
  expect(sums).toEqual({ amount: 277_50, fee: 27_75 });
  await expect(refund(assistant, MINUTE, 'more, as asked for in March')).rejects.toMatchObject({
    code: 'part_too_large',
  });
  await sweep();
  expect(new Set((await refunds()).map((each) => (each as { state: string }).state))).toEqual(new Set(['arrived']));
  expect(await payday.violations()).toEqual({});
});

test('what it comes to is known before, to the cent, however the line was cut and wherever its money is', async () => {
  for (const [quantity, key] of [
    [7 * MINUTE, 'first, as asked for in March'],
    [8 * HOUR + 11 * MINUTE, 'second, as asked for in March'],
  ] as const) {
    const before = await preview(assistant, quantity);
    expect(await worth(refund(assistant, quantity, key))).toEqual([before]);
  }
  await payday.untilDue();
  await sweep();
  const before = await preview(assistant, 13 * MINUTE);
  expect(await worth(refund(assistant, 13 * MINUTE, 'once sent, as asked for in March'))).toEqual([before]);
  const rest = await preview(assistant);
  expect(await worth(refund(assistant, undefined, 'the rest, as asked for in March'))).toEqual([rest]);
  await expect(preview(assistant, MINUTE)).rejects.toMatchObject({ code: 'part_too_large' });
  expect(await payday.violations()).toEqual({});
});

test('the same request again gives back once', async () => {
  const first = await refund(assistant, HOUR);
  const again = await refund(assistant, HOUR);
  expect(again).toMatchObject({ repeated: true, value: [{ id: first.value[0]?.id }] });
  await expect(refund(assistant, 2 * HOUR)).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  expect(await refunds()).toHaveLength(1);
});

test('after it was sent only as it is funded: from a balance that was spent, with the next earnings', async () => {
  await payday.stripe.control.topUp(100_00);
  await payday.untilDue();
  await sweep();
  await spent();
  await refund(assistant, 2 * HOUR);
  await sweep();
  expect(await refunds()).toEqual([{ state: 'due', cents: 40_70 }]);

  await payday.earns(assistant, [[await payday.client('Harbor Books'), 8]]); // 148.00: a quarter is 37.00
  await payday.untilDue();
  await sweep();

  expect(await refunds()).toEqual([{ state: 'arrived', cents: 40_70 }]);
  expect(await payday.violations()).toEqual({});
});

test('by the assistant alone: the client sees the line and is refused, for others there is none', async () => {
  await expect(refund(client, HOUR)).rejects.toMatchObject({ code: 'forbidden' });
  const another = await payday.assistant();
  await expect(refund(another, HOUR)).rejects.toMatchObject({ code: 'line_not_found' });
  await expect(preview(client, HOUR)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(preview(another, HOUR)).rejects.toMatchObject({ code: 'line_not_found' });
});

test('by somebody who has shown just now that it is them, at an address that is theirs', async () => {
  const run = (actor: User) =>
    payday.platform.get(RefundLine).run(actor, { lineId, quantity: HOUR }, 'a key, as asked for in March');
  const tenMinutesAgo = new Date(payday.now.getTime() - 10 * MINUTE * 1000);
  for (const steppedUpAt of [null, tenMinutesAgo])
    await expect(run({ ...assistant, steppedUpAt })).rejects.toMatchObject({ code: 'step_up_required' });
  await expect(run({ ...assistant, emailVerified: false })).rejects.toMatchObject({ code: 'email_not_verified' });
  expect(await refunds()).toEqual([]);
});

test('for 180 days after it was invoiced', async () => {
  await payday.passes(180);
  await refund(assistant, HOUR, 'in time, as asked for in March');
  payday.platform.clock.moveTo(new Date(payday.now.getTime() + 1));
  await expect(refund(assistant, HOUR, 'too late, as asked for in March')).rejects.toMatchObject({
    code: 'too_late_to_refund',
    details: { days: 180 },
  });
});

/** What they had at Stripe is at their bank. */
async function spent(): Promise<void> {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = payday.platform.config.env;
  const answer = await fetch(`${url}/v1/payouts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'stripe-account': await payday.accountOf(assistant) },
    body: new URLSearchParams({ amount: String(277_50), currency: 'usd' }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
