import { stepsOf, workerDiesAt } from '../support/killed-worker.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const DAY_MS = 24 * 3_600_000;

let week: WorkedWeek;

afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
  } finally {
    await week.world.end();
  }
});

test('the account of the assistant is closed and the customer of the client deleted, wherever the worker is killed', async () => {
  week = await WorkedWeek.begin();
  await week.charged();
  await week.world.time.passes('3 weeks'); // Paid, released, and in the bank.
  for (const person of [week.ingrid, week.beatriz]) await person.signsIn();
  await week.ingrid.post(`/contracts/${week.contract}/ending`);
  for (const person of [week.ingrid, week.beatriz]) {
    await person.stepsUp();
    await person.post('/privacy/erasure', { email: person.email });
  }
  await week.world.time.passes('13 days');
  await week.world.time.jumpsTo(new Date(week.world.time.now().getTime() + 2 * DAY_MS));

  for (const step of stepsOf('payee_closing', 'customer_closing'))
    expect(await workerDiesAt(week.world, step)).toBe('SIGKILL');
  await week.world.time.passes('2 hours');

  expect(await week.rows(`select state from payee`)).toEqual([{ state: 'closed' }]);
  expect(await week.rows(`select closed_at is not null as closed from stripe_customer`)).toEqual([{ closed: true }]);
  const done = async (method: string, path: string) =>
    (await week.world.stripe.control.requests({ method, path })).filter(({ status }) => status === 200).length;
  expect(await done('POST', '/close$')).toBe(1);
  expect(await done('DELETE', '/v1/customers/')).toBe(1);
}, 240_000);
