import { system } from '@app/kernel';

import { Payday } from '../../../test/support/payday.ts';
import { BeginPayee, mayBeginPayee, ViewPayouts } from './index.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

const begin = (...asked: Parameters<BeginPayee['run']>) => payday.platform.get(BeginPayee).run(...asked);
const accounts = async () =>
  new Set(
    (await payday.stripe.control.requests({ method: 'POST', path: '^/v2/core/accounts$' })).map(
      ({ idempotencyKey }) => idempotencyKey,
    ),
  );

test('two clicks open one account, and each shows the way to onboarding', async () => {
  const assistant = await payday.assistant();
  const [one, other] = await Promise.all([begin(assistant), begin(assistant)]);
  expect(one.url).not.toBe(other.url);
  expect(await accounts()).toEqual(new Set([`payee:${assistant.userId}`]));
  const payee = await payday.platform.get(ViewPayouts).payee(assistant);
  expect(payee).toMatchObject({ state: 'onboarding', country: 'PT' });
  expect(payee?.stripeAccountId).toMatch(/^acct_/);
});

test('an answer that was lost is asked for again, not made anew', async () => {
  const assistant = await payday.assistant();
  const opening = { method: 'POST', path: '^/v2/core/accounts$' };
  await payday.stripe.control.addFault({ ...opening, effect: 'fail_after', as: 'reset' });
  await payday.stripe.control.addFault({ ...opening, effect: 'fail_before', status: 503, times: 'always' });
  await expect(begin(assistant)).rejects.toMatchObject({ code: 'stripe_unclear' });

  await payday.stripe.control.clearFaults();
  await begin(assistant);
  expect((await accounts()).size).toBe(1);
});

test('money cannot be sent to every country', async () => {
  const assistant = await payday.assistant();
  await expect(begin(assistant, 'PH')).rejects.toMatchObject({ code: 'country_not_payable' });
  expect(await payday.platform.get(ViewPayouts).payee(assistant)).toBeNull();
});

test('without a profile the country must be said', async () => {
  const person = await payday.platform.arrange.account();
  await expect(begin(person)).rejects.toMatchObject({ code: 'country_missing' });
  expect((await begin(person, 'DE')).url).toMatch(/^http/);
});

test('only who has proven their address may be paid, and only for themselves', async () => {
  const assistant = { ...(await payday.assistant()), emailVerified: false };
  await expect(begin(assistant)).rejects.toMatchObject({ code: 'email_not_verified' });
  expect(mayBeginPayee(assistant, null)).toBe(false);
  expect(mayBeginPayee(system, null)).toBe(false);
});

test('whoever sits down at an open screen cannot send the money elsewhere', async () => {
  const assistant = { ...(await payday.assistant()), steppedUpAt: null };
  await expect(begin(assistant)).rejects.toMatchObject({ code: 'step_up_required' });
});

test('Stripe pays them out on Tuesdays and Fridays', async () => {
  const assistant = await payday.assistant();
  await begin(assistant);
  const [request] = await payday.stripe.control.requests({ method: 'POST', path: '^/v1/balance_settings$' });
  expect(request).toMatchObject({
    account: await payday.accountOf(assistant),
    params: { payments: { payouts: { schedule: { interval: 'weekly', weekly_payout_days: ['tuesday', 'friday'] } } } },
  });
});
