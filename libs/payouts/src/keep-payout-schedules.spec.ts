import type { User } from '@app/kernel';
import { Standings } from '@app/profiles';

import { Payday } from '../../../test/support/payday.ts';
import { KeepPayoutSchedules, MirrorBalance, MirrorPayouts, SendTransfers, ViewPayouts } from './index.ts';

let payday: Payday;
let ben: User;
let account: string;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(async () => {
  await payday.reset();
  ben = await payday.assistant();
  account = await payday.onboard(ben);
  await payday.due(ben);
  await payday.platform.get(SendTransfers).run(payday.now); // $55.50 lies in his balance at Stripe
});
afterEach(async () => {
  await payday.platform.get(MirrorBalance).run(payday.now);
  expect(await payday.violations()).toEqual({});
});

const keep = () => payday.platform.get(KeepPayoutSchedules).run(payday.now);
const suspend = (payoutsSuspendedAt: Date | null) =>
  payday.platform.db.transaction((tx) =>
    payday.platform.get(Standings).setPerson(tx, {
      ...{ accountId: ben.userId, payoutsSuspendedAt },
      ...{ hiringSuspendedAt: null, assistingSuspendedAt: null },
    }),
  );

async function paidOut(): Promise<number[]> {
  await payday.platform.get(MirrorPayouts).run(payday.now);
  return (await payday.platform.get(ViewPayouts).list(ben)).map(({ amount }) => amount.cents);
}

const inBalance = async () =>
  (await payday.stripe.control.balances())
    .filter((each) => each.account === account)
    .reduce((sum, { available, pending }) => sum + available + pending, 0);

const asked = async () =>
  (await payday.stripe.control.requests({ method: 'POST', path: '/v1/balance_settings$' })).slice(1).length;

test('while payouts are suspended nothing leaves the balance at Stripe, and afterwards it leaves on the next day for it', async () => {
  await suspend(payday.now);
  expect(await keep()).toBe(1);
  expect(await keep()).toBe(0);
  await payday.passes(21);
  expect(await paidOut()).toEqual([]);
  expect(await inBalance()).toBe(55_50);

  await suspend(null);
  expect(await keep()).toBe(1);
  await payday.passes(5); // There is a Tuesday or a Friday among any four days.
  expect(await inBalance()).toBe(0);
  await payday.passes(4);
  expect(await paidOut()).toEqual([55_50]);
});

test('nobody is asked about those who were never suspended', async () => {
  expect(await keep()).toBe(0);
  expect(await asked()).toBe(0);
});

test('what Stripe did not answer, or refused, is asked again; before that nothing else is', async () => {
  const path = '/v1/balance_settings$';
  await payday.stripe.control.addFault({ method: 'POST', path, effect: 'fail_before', times: 3 });
  await suspend(payday.now);
  expect(await keep()).toBe(0);
  await payday.stripe.control.clearFaults();
  await suspend(null);
  await payday.passes(1 / 24);
  expect(await keep()).toBe(2); // To its end, and back.
  expect(await payday.rows(`select interval, set_at is not null as set from payout_schedule order by id`)).toEqual([
    { interval: 'manual', set: true },
    { interval: 'weekly', set: true },
  ]);
});
