import { type Step, step } from '@app/kernel';

import { Payday } from '../../../test/support/payday.ts';
import { ChargeInvoices, GiveUpUnpaid, RecoverPayment } from './index.ts';

class Died extends Error {}

let payday: Payday;

beforeAll(async () => {
  payday = await Payday.start();
}, 60_000);
afterAll(() => payday.stop());
beforeEach(() => payday.reset());
afterEach(async () => {
  await payday.settles();
  expect(await payday.violations()).toEqual({});
});

const charge = () => payday.platform.get(ChargeInvoices).run(payday.now);
const invoice = async () => (await payday.rows<{ state: string }>('select state from invoice'))[0]?.state;
const attempts = async () =>
  (
    await payday.rows<{ state: string; decline: string | null }>(
      'select state, decline_code as decline from charge_attempt order by number',
    )
  ).map(({ state, decline }) => decline ?? state);
const atStripe = async (path: RegExp) =>
  (await payday.stripe.control.requests({})).filter((request) => path.test(request.path)).length;

async function cardNow(outcome: string): Promise<void> {
  const [card] = await payday.rows<{ id: string }>('select payment_method_id as id from saved_card');
  await payday.stripe.control.setCardOutcome(card?.id ?? '', outcome);
}

/** The first attempt was declined; the second is due. */
async function declinedOnce(): Promise<void> {
  const client = await payday.client();
  await cardNow('insufficient_funds');
  await payday.earns(await payday.assistant(), [[client, 1]]);
  expect(await attempts()).toEqual(['insufficient_funds']);
  await payday.passes(1);
}

async function diesAt(where: Step): Promise<void> {
  step.onReached((name) => {
    if (name === where) throw new Died();
  });
  await expect(charge()).rejects.toThrow(Died);
  step.onReached(() => undefined);
}

describe('a second attempt that nobody came back to for two days', () => {
  beforeEach(declinedOnce);

  test('and that Stripe never heard of is made now, and not called declined for what came of the first', async () => {
    await cardNow('succeeds');
    await diesAt('charge.claimed');
    await payday.passes(2);
    expect(await charge()).toBe(1);
    expect(await attempts()).toEqual(['insufficient_funds', 'succeeded']);
    expect(await invoice()).toBe('paid');
  });

  test('and that took the money is paid by it, once', async () => {
    await cardNow('succeeds');
    await diesAt('charge.confirmed');
    await payday.passes(2);
    const confirmed = await atStripe(/\/confirm$/);
    expect(await charge()).toBe(1);
    expect(await attempts()).toEqual(['insufficient_funds', 'succeeded']);
    expect(await invoice()).toBe('paid');
    expect(await atStripe(/\/confirm$/)).toBe(confirmed);
  });

  test('and that was declined is declined, and the bank is not asked again', async () => {
    await cardNow('stolen_card');
    await diesAt('charge.confirmed');
    await payday.passes(2);
    const confirmed = await atStripe(/\/confirm$/);
    expect(await charge()).toBe(1);
    expect(await attempts()).toEqual(['insufficient_funds', 'stolen_card']);
    expect(await atStripe(/\/confirm$/)).toBe(confirmed);
  });

  test('and whose confirmation was lost on the way is made now', async () => {
    await cardNow('succeeds');
    await payday.stripe.control.addFault({ method: 'POST', path: '/confirm$', effect: 'fail_before', times: 3 });
    expect(await charge()).toBe(0);
    await payday.stripe.control.clearFaults();
    await payday.passes(2);
    expect(await charge()).toBe(1);
    expect(await attempts()).toEqual(['insufficient_funds', 'succeeded']);
  });
});

test('an attempt for an invoice that was given up has the money: its webhook comes before whoever takes it up', async () => {
  const client = await payday.client();
  await cardNow('stolen_card');
  await payday.earns(await payday.assistant(), [[client, 1]]);
  await payday.passes(31);
  await payday.platform.get(GiveUpUnpaid).run(payday.now);
  expect(await invoice()).toBe('uncollectible');
  await payday.savesCard(client, '5555555555554444');
  await diesAt('charge.confirmed');

  const [paid] = await payday.rows<{ id: string }>('select payment_intent_id as id from invoice');
  expect(await payday.platform.get(RecoverPayment).run(paid?.id ?? '')).toBe(false);
  expect(await charge()).toBe(1);
  expect(await attempts()).toEqual(['stolen_card', 'succeeded']);
  expect(await invoice()).toBe('paid');
});
