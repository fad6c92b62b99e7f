import type { User } from '@app/kernel';

import { Payday } from '../../../test/support/payday.ts';
import { ClosePayees, MirrorBalance, SendTransfers, ViewPayouts } from './index.ts';

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
});
afterEach(async () => {
  await payday.platform.get(MirrorBalance).run(payday.now);
  expect(await payday.violations()).toEqual({});
});

const close = () => payday.platform.get(ClosePayees).run(payday.now);
const state = async () => (await payday.platform.get(ViewPayouts).payee(ben))?.state;
/** As erasure claims it. */
const claim = () => payday.rows(`update payee set closing_at = $1 where id = $2`, [payday.now, ben.userId]);
const closings = async () =>
  (await payday.stripe.control.requests({ method: 'POST', path: `/accounts/${account}/close$` })).length;

test('an account in which nothing is left is closed, once', async () => {
  expect(await close()).toBe(0);
  await claim();
  expect(await close()).toBe(1);
  expect(await close()).toBe(0);
  expect(await state()).toBe('closed');
  expect(await closings()).toBe(1);
});

test('an account with money in it stays open until that has gone to the bank', async () => {
  await payday.due(ben);
  await payday.platform.get(SendTransfers).run(payday.now);
  await claim();
  expect(await close()).toBe(0);
  expect(await state()).toBe('active');
  await payday.passes(5);
  expect(await close()).toBe(1);
  expect(await state()).toBe('closed');
});

test('what Stripe did not answer is asked again an hour later', async () => {
  await claim();
  await payday.stripe.control.addFault({ method: 'POST', path: '/close$', effect: 'fail_after' });
  await payday.stripe.control.addFault({ method: 'POST', path: '/close$', effect: 'fail_before', times: 2 });
  expect(await close()).toBe(0);
  await payday.stripe.control.clearFaults();
  expect(await close()).toBe(0);
  await payday.passes(1 / 24);
  expect(await close()).toBe(1);
  expect(await state()).toBe('closed');
});
