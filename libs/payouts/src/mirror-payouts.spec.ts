import type { User } from '@app/kernel';

import { Payday } from '../../../test/support/payday.ts';
import { MirrorPayouts, SendTransfers, ViewPayouts } from './index.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

const mirror = () => payday.platform.get(MirrorPayouts).run(payday.now);

async function paidOut(): Promise<User> {
  const assistant = await payday.assistant();
  await payday.onboard(assistant);
  await payday.due(assistant);
  await payday.platform.get(SendTransfers).run(payday.now);
  await payday.passes(8); // A Tuesday and a Friday, and some days for the bank.
  return assistant;
}

const seen = async (assistant: User) =>
  (await payday.platform.get(ViewPayouts).list(assistant)).map(({ status, amount, byClient }) => ({
    status,
    cents: amount.cents,
    byClient: byClient.map((part) => [part.client.name, part.amount.cents]),
  }));

test('a payout is read split by the clients that it came from', async () => {
  const assistant = await paidOut();
  expect(await mirror()).toBe(1);
  expect(await seen(assistant)).toEqual([
    {
      status: 'paid',
      cents: 55_50,
      byClient: [
        ['Fjord & Co', 37_00],
        ['Harbor Books', 18_50],
      ],
    },
  ]);
});

const told = async () =>
  (
    await payday.rows<{ type: string }>(`select type from event where type like 'payout.%' order by occurred_at, id`)
  ).map(({ type }) => type);

test('read again, nothing changes', async () => {
  const assistant = await paidOut();
  const account = await payday.accountOf(assistant);
  await mirror();
  const before = await seen(assistant);
  const [{ id }] = (await payday.rows<{ id: string }>(`select id from bank_payout`)) as [{ id: string }];
  await Promise.all([1, 2, 3].map(() => payday.platform.get(MirrorPayouts).payout(account, id)));
  expect(await seen(assistant)).toEqual(before);
  expect(await told()).toEqual(['payout.paid']);
  expect(await payday.rows(`select count(*)::int as n from bank_payout_item`)).toEqual([{ n: 2 }]);
});

test('a payout that fails after it was paid is shown as failed, and goes again with a later one', async () => {
  const assistant = await paidOut();
  const account = await payday.accountOf(assistant);
  await mirror();
  const [{ id }] = (await payday.rows<{ id: string }>(`select id from bank_payout`)) as [{ id: string }];
  await payday.stripe.control.failPayout(id, 'account_closed');
  await payday.platform.get(MirrorPayouts).payout(account, id);

  expect(await seen(assistant)).toMatchObject([{ status: 'failed', cents: 55_50 }]);
  const [failed] = await payday.platform.get(ViewPayouts).list(assistant);
  expect(failed?.failure).toBe('account_closed');
  expect(await told()).toEqual(['payout.paid', 'payout.failed']);

  await payday.stripe.control.completeOnboarding(account); // With a bank account that is open.
  await payday.passes(8);
  await mirror();
  expect(await seen(assistant)).toMatchObject([
    {
      status: 'paid',
      cents: 55_50,
      byClient: [
        ['Fjord & Co', 37_00],
        ['Harbor Books', 18_50],
      ],
    },
    { status: 'failed', cents: 55_50 },
  ]);
});

describe('a payout that the assistant asked Stripe for by hand', () => {
  let assistant: User;
  let account: string;

  beforeEach(async () => {
    assistant = await payday.assistant();
    account = await payday.onboard(assistant);
    await payday.due(assistant);
    await payday.platform.get(SendTransfers).run(payday.now);
  });

  const byHand = async (cents: number) => {
    const { id } = await payday.stripe.control.payOutByHand(account, cents);
    await payday.platform.get(MirrorPayouts).payout(account, id);
    return id;
  };
  const divided = async () =>
    (await payday.platform.get(ViewPayouts).list(assistant)).map(
      ({ byHand: hand, status, amount, byClient, undivided }) => [
        ...[hand, status, amount.cents, byClient.map((part) => part.amount.cents), undivided.cents],
      ],
    );

  test('is mirrored whole, since Stripe does not tell what it is made of', async () => {
    const id = await byHand(20_00);
    expect(await divided()).toEqual([[true, 'pending', 20_00, [], 20_00]]);
    await payday.passes(2);
    await payday.platform.get(MirrorPayouts).payout(account, id);
    expect((await divided()).at(-1)).toEqual([true, 'paid', 20_00, [], 20_00]);
    expect(await told()).toEqual(['payout.paid']);
    await payday.settles();
    expect(await payday.violations()).toEqual({});
  });

  test('leaves the rest to the next payout, which says that some of its parts had left before', async () => {
    await byHand(20_00);
    await payday.passes(8);
    await payday.platform.get(MirrorPayouts).run(payday.now);
    expect(await divided()).toEqual([
      [false, 'paid', 35_50, [37_00, 18_50], -20_00],
      [true, 'paid', 20_00, [], 20_00],
    ]);
  });

  test('comes back when the bank does not take it, and goes with a later one', async () => {
    const id = await byHand(55_50);
    await payday.stripe.control.failPayout(id, 'account_closed');
    await payday.platform.get(MirrorPayouts).payout(account, id);
    expect(await divided()).toEqual([[true, 'failed', 55_50, [], 55_50]]);
    await payday.stripe.control.completeOnboarding(account);
    await payday.passes(8);
    await payday.platform.get(MirrorPayouts).run(payday.now);
    expect(await divided()).toEqual([
      [false, 'paid', 55_50, [37_00, 18_50], 0],
      [true, 'failed', 55_50, [], 55_50],
    ]);
  });
});

test("nobody sees another's payouts", async () => {
  await paidOut();
  await mirror();
  expect(await seen(await payday.assistant())).toEqual([]);
});

test('a payout of an account that is not ours yet is not dropped', async () => {
  await expect(payday.platform.get(MirrorPayouts).payout('acct_unheard_of', 'po_1')).rejects.toMatchObject({
    name: 'NotYetKnown',
  });
});
