import { at } from '../../apps/kontor/src/world/wall-clock.ts';
import { workerDiesAt } from '../support/killed-worker.ts';
import { WorkedWeek } from '../support/worked-week.ts';

const RETRIED = at('tue 12:00', '2026-03-09', 'Europe/Oslo'); // a day after the card was declined
const FORTY_MINUTES = 40 * 60;

let week: WorkedWeek;

/** Declined on Monday: $63.43 are owed, and a PaymentIntent asks for them. */
beforeEach(async () => {
  week = await WorkedWeek.begin();
  await week.cardNow('insufficient_funds');
  await week.charged();
  await week.cardNow('succeeds');
}, 120_000);
afterEach(async () => {
  try {
    expect(await week.violations()).toEqual({});
    expect(await week.balance('stripe_balance')).toBe(await week.world.platformBalance());
  } finally {
    await week.world.end();
  }
});

async function givesBack(quantity?: number): Promise<void> {
  const [line] = await week.rows<{ id: string }>(`select id from invoice_line`);
  await week.beatriz.stepsUp();
  await week.beatriz.post(`/invoice-lines/${line?.id}/refunds`, quantity === undefined ? {} : { quantity });
}

const atStripe = async () =>
  (
    await week.rows<object>(
      `select state, intent_cents::int as asks, intent_canceled_at is not null as cancelled from invoice`,
    )
  )[0];

test('killed at payment_change.called: less is asked for, and charged once', async () => {
  await givesBack(FORTY_MINUTES);
  await week.world.time.passesTo(new Date(RETRIED.getTime() - 60_000));
  await week.world.time.jumpsTo(RETRIED);

  expect(await workerDiesAt(week.world, 'payment_change.called')).toBe('SIGKILL');
  await week.world.time.passes('10 minutes'); // Another worker begins, long before Stripe forgets the key.
  await week.world.time.passes('1 day');

  expect(await atStripe()).toEqual({ state: 'paid', asks: 49_86, cancelled: false });
  expect(await week.rows(`select amount_cents::int as cents from stripe_transaction where type = 'charge'`)).toEqual([
    { cents: 49_86 },
  ]);
  expect(await week.rows(`select 1 from refund`)).toEqual([]);
}, 120_000);

test('killed at payment_cancel.called: nothing is left to pay, and nobody can', async () => {
  await givesBack();

  expect(await workerDiesAt(week.world, 'payment_cancel.called')).toBe('SIGKILL');
  await week.world.time.passes('2 days');

  expect(await atStripe()).toMatchObject({ state: 'void', cancelled: true });
  expect(await week.rows(`select 1 from stripe_transaction where type = 'charge'`)).toEqual([]);
}, 120_000);
