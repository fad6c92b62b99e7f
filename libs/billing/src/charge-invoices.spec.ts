import { findViolations } from '@app/database';
import { Money, type Step, step, type User } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Standings } from '@app/profiles';
import { StripeModule } from '@app/stripe';

import { startStripeEmulator, type StripeEmulator } from '../../../apps/stripe-emulator/src/index.ts';
import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import {
  billingEntities,
  BillingModule,
  ChargeInvoices,
  CompleteCardSetup,
  InvoiceWeeks,
  type SavedCard,
  SavedCards,
  StartCardSetup,
} from './index.ts';
import { ChargeCard } from './charge-card.ts';
import { ClaimCharges } from './claim-charges.ts';

const NOW = '2026-03-09T11:00:00Z';
const DAY_MS = 86_400_000;

let stripe: StripeEmulator;
let platform: TestPlatform;

beforeAll(async () => {
  stripe = await startStripeEmulator({ clock: { mode: 'frozen', at: new Date(NOW) } });
  platform = await testPlatform({
    imports: [StripeModule, BillingModule],
    entities: billingEntities,
    now: NOW,
    settings: { STRIPE_API_URL: stripe.url },
  });
});
afterAll(async () => {
  expect(await stripe.control.counters()).toEqual({ unimplemented: [], violations: [] });
  await platform.close();
  await stripe.stop();
});
beforeEach(async () => {
  await platform.reset();
  await stripe.control.reset();
});
afterEach(async () => {
  step.onReached(() => undefined);
  // Nobody mirrors Stripe's balance here, so that what is in transit stays there.
  const violations = await findViolations(platform.db.reader, new Date(0));
  expect(violations).toEqual(Object.fromEntries(Object.keys(violations).map((name) => [name, []])));
});

type Client = User & { clientId: string };

const charge = () => platform.get(ChargeInvoices).run(platform.clock.now());
const rows = async <Row extends object>(sql: string) => (await platform.owner.query<Row>(sql)).rows;
const invoice = async () =>
  (await rows<{ state: string; next_attempt_at: Date | null }>('select state, next_attempt_at from invoice'))[0];
const attempts = () =>
  rows<{ number: number; state: string; decline_code: string | null }>(
    'select number, state, decline_code from charge_attempt order by number',
  );
const standing = ({ clientId }: Client) => platform.get(Standings).ofClient(clientId);
const inDays = (days: number, from = platform.clock.now()) => new Date(from.getTime() + days * DAY_MS);

async function passTo(at: Date): Promise<void> {
  platform.clock.moveTo(at);
  await stripe.control.advanceTo(at);
}

async function savesCard(client: Client, cardNumber = '4242424242424242'): Promise<SavedCard> {
  const { id } = await platform.get(StartCardSetup).run(client, client.clientId);
  const [setup] = await rows<{ session_id: string }>(`select session_id from card_setup where id = '${id}'`);
  await stripe.control.completeCheckout(setup!.session_id, { cardNumber });
  const card = await platform.get(CompleteCardSetup).run(client, id);
  return card!;
}

/** A client owes for an hour at $18.50 and its fee: $20.35. */
async function owes(): Promise<Client> {
  const client = await platform.arrange.client({ chargeable: false });
  const contractId = await platform.arrange.contract({ client, assistant: await platform.arrange.assistant() });
  await platform.arrange.week({ contractId, from: inDays(-6), seconds: [3_600] });
  await platform.get(InvoiceWeeks).run(platform.clock.now());
  return client;
}

/** What the charges brought once they settled: one of $20.35 is $19.46 after Stripe's fee of 89 cents. */
async function broughtAtStripe(): Promise<number> {
  await passTo(inDays(1));
  const balances = await stripe.control.balances();
  return balances.reduce((sum, { available, pending }) => sum + available + pending, 0);
}

describe('a card', () => {
  test('is saved on the page of Stripe, becomes the default and makes the client chargeable', async () => {
    const client = await platform.arrange.client({ chargeable: false });
    await savesCard(client);
    await savesCard(client, '5555555555554444');
    const cards = await platform.get(SavedCards).list(client, client.clientId);
    expect(cards.map(({ brand, last4, isDefault }) => ({ brand, last4, isDefault }))).toEqual([
      { brand: 'mastercard', last4: '4444', isDefault: true },
      { brand: 'visa', last4: '4242', isDefault: false },
    ]);
    expect(await standing(client)).toMatchObject({ chargeable: true });
    expect(await rows('select count(*)::int as customers from stripe_customer')).toEqual([{ customers: 1 }]);
  });

  test('is saved once, however often the page and the webhook say so', async () => {
    const client = await platform.arrange.client();
    const { id } = await platform.get(StartCardSetup).run(client, client.clientId);
    const complete = platform.get(CompleteCardSetup);
    expect(await complete.run(client, id)).toBeNull();
    const [setup] = await rows<{ session_id: string }>('select session_id from card_setup');
    await stripe.control.completeCheckout(setup!.session_id);
    const saved = await Promise.all([
      complete.run(client, id),
      complete.runForSession(setup!.session_id),
      complete.run(client, id),
    ]);
    expect(new Set(saved.map((card) => card?.id)).size).toBe(1);
    expect(await rows(`select count(*)::int as told from event where type = 'card.saved'`)).toEqual([{ told: 1 }]);
  });

  test('is nobody else’s business', async () => {
    const client = await platform.arrange.client();
    const stranger = await platform.arrange.client();
    const { id } = await platform.get(StartCardSetup).run(client, client.clientId);
    const notFound = { code: 'business_not_found' };
    await expect(platform.get(StartCardSetup).run(stranger, client.clientId)).rejects.toMatchObject(notFound);
    await expect(platform.get(SavedCards).list(stranger, client.clientId)).rejects.toMatchObject(notFound);
    await expect(platform.get(CompleteCardSetup).run(stranger, id)).rejects.toMatchObject({
      code: 'card_setup_not_found',
    });
    const hiring = { ...client, businesses: [{ id: client.clientId, role: 'hiring' as const }] };
    await expect(platform.get(StartCardSetup).run(hiring, client.clientId)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

test('an invoice is charged to the saved card once, whoever sweeps', async () => {
  const client = await owes();
  await savesCard(client);

  expect(await charge()).toBe(1);
  expect(await charge()).toBe(0);

  expect(await invoice()).toEqual({ state: 'paid', next_attempt_at: null });
  expect(await attempts()).toEqual([{ number: 1, state: 'succeeded', decline_code: null }]);
  const ledger = platform.get(Ledger);
  expect(await ledger.balance('client_receivable')).toEqual(Money.usd(0));
  expect(await ledger.balance('stripe_in_transit')).toEqual(Money.usd(20_35));
  expect(await rows(`select paid_at, releases_at from earning`)).toEqual([
    { paid_at: platform.clock.now(), releases_at: null },
  ]);
  expect(await rows(`select count(*)::int as told from event where type = 'invoice.paid'`)).toEqual([{ told: 1 }]);
});

test('twelve invoices are all charged', async () => {
  for (let n = 0; n < 12; n++) await savesCard(await owes());
  expect(await charge()).toBe(12);
  expect(await rows('select state, count(*)::int as n from invoice group by state')).toEqual([
    { state: 'paid', n: 12 },
  ]);
});

test('without a card the invoice is past due, and is charged once there is one', async () => {
  const client = await owes();
  await charge();
  expect(await invoice()).toEqual({ state: 'past_due', next_attempt_at: null });
  expect(await attempts()).toEqual([]);
  expect(await rows(`select payload->'exposedCents' as exposed from event where type = 'charge.failed'`)).toEqual([
    { exposed: 18_50 },
  ]);

  await savesCard(client);
  expect(await charge()).toBe(1);
  expect(await invoice()).toMatchObject({ state: 'paid' });
});

test('an empty account is tried again after a day, and the second failure holds the work', async () => {
  const client = await owes();
  const card = await savesCard(client);
  await stripe.control.setCardOutcome(card.paymentMethodId, 'insufficient_funds');
  const first = platform.clock.now();

  await charge();
  expect(await invoice()).toEqual({ state: 'past_due', next_attempt_at: inDays(1, first) });
  expect(await platform.get(ChargeInvoices).nextDueAt()).toEqual(inDays(1, first));
  expect(await standing(client)).toMatchObject({ chargeable: true, billingHoldAt: null });
  expect(await charge()).toBe(0);

  await passTo(inDays(1, first));
  await charge();
  expect(await invoice()).toEqual({ state: 'past_due', next_attempt_at: inDays(3, first) });
  expect(await standing(client)).toMatchObject({ billingHoldAt: platform.clock.now() });

  await stripe.control.setCardOutcome(card.paymentMethodId, 'succeeds');
  await passTo(inDays(3, first));
  expect(await charge()).toBe(1);
  expect(await attempts()).toEqual([
    { number: 1, state: 'declined', decline_code: 'insufficient_funds' },
    { number: 2, state: 'declined', decline_code: 'insufficient_funds' },
    { number: 3, state: 'succeeded', decline_code: null },
  ]);
  expect(await rows('select count(distinct payment_intent_id)::int as intents from invoice')).toEqual([{ intents: 1 }]);
  expect(await standing(client)).toMatchObject({ billingHoldAt: null });
});

test('a stolen card is never tried again, and a new card pays the same payment at once', async () => {
  const client = await owes();
  const card = await savesCard(client);
  await stripe.control.setCardOutcome(card.paymentMethodId, 'stolen_card');
  await charge();
  expect(await invoice()).toEqual({ state: 'past_due', next_attempt_at: null });
  expect(await standing(client)).toMatchObject({ chargeable: false });

  await savesCard(client, '5555555555554444');
  expect(await standing(client)).toMatchObject({ chargeable: true });
  await charge();
  expect(await invoice()).toMatchObject({ state: 'paid' });
});

test.each(['insufficient_funds', 'stolen_card'])(
  'a card saved while the old one is being refused (%s) is charged next',
  async (outcome) => {
    const client = await owes();
    const old = await savesCard(client);
    await stripe.control.setCardOutcome(old.paymentMethodId, outcome);
    const { claimed } = await platform.get(ClaimCharges).run(platform.clock.now(), 1);
    await savesCard(client, '5555555555554444');
    for (const claim of claimed) await platform.get(ChargeCard).run(claim);
    expect(await invoice()).toEqual({ state: 'past_due', next_attempt_at: platform.clock.now() });
    expect(await charge()).toBe(1);
    expect(await invoice()).toMatchObject({ state: 'paid' });
  },
);

describe('when Stripe gives no clear answer', () => {
  /** And none to the two times that the SDK tries again by itself. */
  async function noAnswer(path: string, effect: 'fail_before' | 'fail_after'): Promise<void> {
    await stripe.control.addFault({ method: 'POST', path, effect });
    await stripe.control.addFault({ method: 'POST', path, effect: 'fail_before', times: 2 });
  }

  test.each([
    { what: 'before the payment is made', path: '/v1/payment_intents$', effect: 'fail_before' as const },
    { what: 'after the payment is made', path: '/v1/payment_intents$', effect: 'fail_after' as const },
    { what: 'before the card is charged', path: '/confirm$', effect: 'fail_before' as const },
    { what: 'after the card is charged', path: '/confirm$', effect: 'fail_after' as const },
  ])('$what, it ends in one charge', async ({ path, effect }) => {
    await savesCard(await owes());
    await noAnswer(path, effect);

    expect(await charge()).toBe(0);
    expect(await invoice()).toMatchObject({ state: 'charging' });
    await stripe.control.clearFaults();
    expect(await charge()).toBe(1);

    expect(await invoice()).toMatchObject({ state: 'paid' });
    expect(await attempts()).toEqual([{ number: 1, state: 'succeeded', decline_code: null }]);
    expect(await broughtAtStripe()).toBe(19_46);
  });

  test('an unclear decline is counted once', async () => {
    const client = await owes();
    const card = await savesCard(client);
    await stripe.control.setCardOutcome(card.paymentMethodId, 'insufficient_funds');
    await noAnswer('/confirm$', 'fail_after');
    await charge();
    await charge();
    expect(await attempts()).toEqual([{ number: 1, state: 'declined', decline_code: 'insufficient_funds' }]);
  });

  test('two days later, when the key is forgotten, it is looked up and not repeated', async () => {
    await savesCard(await owes());
    await noAnswer('/confirm$', 'fail_after');
    await charge();
    await stripe.control.clearFaults();
    await passTo(inDays(2));
    const before = (await stripe.control.requests({})).length;
    expect(await charge()).toBe(1);
    const since = (await stripe.control.requests({})).slice(before);
    expect(since.map(({ method }) => method)).toEqual(['GET']);
    expect(await invoice()).toMatchObject({ state: 'paid' });
  });
});

describe('a worker that dies', () => {
  class Died extends Error {}

  test.each<Step>(['charge.claimed', 'charge.intent_created', 'charge.intent_stored', 'charge.confirmed'])(
    'at %s leaves one charge',
    async (where) => {
      await savesCard(await owes());
      step.onReached((name) => {
        if (name === where) throw new Died();
      });
      await expect(charge()).rejects.toThrow(Died);
      step.onReached(() => undefined);

      expect(await charge()).toBe(1);

      expect(await invoice()).toMatchObject({ state: 'paid' });
      expect(await broughtAtStripe()).toBe(19_46);
    },
  );
});
