import { Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { StripeGateway } from '@app/stripe';

import { Payday } from '../../../test/support/payday.ts';
import { MirrorBalance, SendTransfers } from './index.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

const mirror = () => payday.platform.get(MirrorBalance).run(payday.now);
const ledger = (account: Parameters<Ledger['balance']>[0]) => payday.platform.get(Ledger).balance(account);
const differences = async () =>
  (
    await payday.rows<{ cents: number }>(`select difference_cents::int as cents from reconciliation order by at, id`)
  ).map(({ cents }) => cents);

/** Three hours were paid for by two cards, and sent. */
async function moneyMoved(): Promise<void> {
  const assistant = await payday.assistant();
  await payday.onboard(assistant);
  await payday.due(assistant);
  await payday.platform.get(SendTransfers).run(payday.now);
}

test('every cent that Stripe moved has its journal, and both books agree', async () => {
  await moneyMoved();
  expect(await mirror()).toBe(2);

  const { available, pending } = await payday.platform.get(StripeGateway).readBalance();
  expect(await ledger('stripe_balance')).toEqual(available.plus(pending));
  // 61.05 charged, 55.50 sent on, Stripe kept 1.48 + 0.89.
  expect(await ledger('stripe_balance')).toEqual(Money.usd(3_18));
  expect(await ledger('stripe_fees')).toEqual(Money.usd(2_37));
  expect(await ledger('stripe_in_transit')).toEqual(Money.usd(0));
  expect(await ledger('service_fee')).toEqual(Money.usd(-5_55));
  expect(await differences()).toEqual([0, 0]);
  expect(await payday.violations()).toEqual({});
});

test('what has been seen is not posted again, whoever looks', async () => {
  await moneyMoved();
  await Promise.all([1, 2, 3].map(() => payday.platform.get(MirrorBalance).source('unheard_of', payday.now)));
  await payday.passes(1);
  expect(await mirror()).toBe(0);
  expect(await payday.rows(`select count(*)::int as n from stripe_transaction`)).toEqual([{ n: 4 }]);
  expect(await payday.violations()).toEqual({});
});

test('Stripe is asked every few minutes, not at every sweep', async () => {
  await mirror();
  const asked = async () => (await payday.stripe.control.requests({ path: '^/v1/balance$' })).length;
  const before = await asked();
  await mirror();
  expect(await asked()).toBe(before);
});

test('what Kontor does not know waits in suspense, and is an alarm', async () => {
  await moneyMoved();
  await payday.stripe.control.contribute(1_00);
  await payday.passes(1);
  await mirror();

  expect(await ledger('suspense')).toEqual(Money.usd(1_00));
  expect((await differences()).at(-1)).toBe(0);
  expect(Object.keys(await payday.violations())).toEqual(['ledger_equals_stripe']);
});

test('a difference is written down, and gone once it is explained', async () => {
  await moneyMoved();
  await mirror();
  await payday.platform.db.transaction((tx) =>
    payday.platform.get(Ledger).post(tx, {
      reference: 'mistake:1',
      kind: 'J19',
      reason: 'A mistake',
      occurredAt: payday.now,
      postings: [
        { account: 'stripe_balance', amount: Money.usd(7), keys: {} },
        { account: 'bank', amount: Money.usd(-7), keys: {} },
      ],
    }),
  );
  await payday.passes(1);
  await mirror();
  expect((await differences()).at(-1)).toBe(-7);
});
