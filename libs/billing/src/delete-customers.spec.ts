import { Payday } from '../../../test/support/payday.ts';
import { DeleteCustomers } from './index.ts';

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());

const remove = () => payday.platform.get(DeleteCustomers).run(payday.now);
/** As erasure claims it. */
const claim = () => payday.rows(`update stripe_customer set closing_at = $1`, [payday.now]);
const deletions = async () =>
  (await payday.stripe.control.requests({ method: 'DELETE', path: '/v1/customers/' })).length;

test('the customer is deleted once, and the charges stay', async () => {
  await payday.earns(await payday.assistant(), [[await payday.client(), 1]]);
  expect(await remove()).toBe(0);
  await claim();
  expect(await remove()).toBe(1);
  expect(await remove()).toBe(0);
  expect(await deletions()).toBe(1);
  await payday.settles();
  expect(await payday.violations()).toEqual({});
});

test('what Stripe did not answer is asked again', async () => {
  await payday.client();
  await claim();
  const path = '/v1/customers/';
  await payday.stripe.control.addFault({ method: 'DELETE', path, effect: 'fail_after' });
  await payday.stripe.control.addFault({ method: 'DELETE', path, effect: 'fail_before', times: 2 });
  expect(await remove()).toBe(0);
  await payday.stripe.control.clearFaults();
  expect(await remove()).toBe(1);
  expect(await payday.rows(`select closed_at from stripe_customer`)).toEqual([{ closed_at: payday.now }]);
});
