import { randomUUID } from 'node:crypto';

import { Money } from '@app/kernel';

import { startStripeEmulator, type StripeEmulator } from '../../../apps/stripe-emulator/src/index.ts';
import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { StripeGateway, StripeModule, StripeRefused, StripeUnclear } from './index.ts';

const NOW = '2026-03-09T11:00:00Z';

let stripe: StripeEmulator;
let platform: TestPlatform;
let gateway: StripeGateway;

beforeAll(async () => {
  stripe = await startStripeEmulator({ clock: { mode: 'frozen', at: new Date(NOW) } });
  platform = await testPlatform({
    imports: [StripeModule],
    entities: [],
    now: NOW,
    settings: { STRIPE_API_URL: stripe.url },
  });
  gateway = platform.get(StripeGateway);
}, 60_000);
afterAll(async () => {
  expect(await stripe.control.counters()).toEqual({ unimplemented: [], violations: [] });
  await platform.close();
  await stripe.stop();
});
beforeEach(async () => {
  await stripe.control.clearFaults();
  await stripe.control.reset();
});

const key = () => ({ idempotencyKey: randomUUID() });
const customers = { method: 'POST', path: '^/v1/customers$' };
const anyone = { clientId: 'c-1', name: 'Fjord & Co' };

async function savedCard(cardNumber?: string) {
  const { id: customerId } = await gateway.createCustomer(anyone, key());
  const setup = {
    customerId,
    setupId: 's-1',
    clientId: 'c-1',
    successUrl: 'http://x.test/a',
    cancelUrl: 'http://x.test/b',
  };
  const { id } = await gateway.createCardSetup(setup, key());
  expect(await gateway.readCardSetup(id)).toEqual({ complete: false, card: null });
  await stripe.control.completeCheckout(id, cardNumber === undefined ? {} : { cardNumber });
  const { card } = await gateway.readCardSetup(id);
  return { customerId, paymentMethodId: card?.paymentMethodId ?? '', card };
}

async function payment({ customerId, paymentMethodId }: { customerId: string; paymentMethodId: string }) {
  const amount = Money.usd(20_35);
  return gateway.createPaymentIntent(
    { amount, customerId, paymentMethodId, invoiceId: 'i-1', transferGroup: 'inv_i-1' },
    key(),
  );
}

test('a card saved on the hosted page is read back', async () => {
  expect((await savedCard()).card).toMatchObject({ brand: 'visa', last4: '4242' });
});

test('a payment is untried until it is confirmed, and then succeeded', async () => {
  const card = await savedCard();
  const { id } = await payment(card);
  expect(await gateway.readPaymentIntent(id)).toEqual({ kind: 'untried' });
  const outcome = await gateway.confirmPaymentIntent(id, { ...card, returnUrl: null }, key());
  expect(outcome).toEqual({ kind: 'succeeded', chargeId: expect.stringMatching(/^ch_/) });
  expect(await gateway.readPaymentIntent(id)).toEqual(outcome);
});

test("a decline is an outcome, with the bank's reason", async () => {
  const card = await savedCard();
  await stripe.control.setCardOutcome(card.paymentMethodId, 'insufficient_funds');
  const { id } = await payment(card);
  const declined = { kind: 'declined', code: 'card_declined', declineCode: 'insufficient_funds' };
  expect(await gateway.confirmPaymentIntent(id, { ...card, returnUrl: null }, key())).toMatchObject(declined);
  expect(await gateway.readPaymentIntent(id)).toMatchObject(declined);
});

test('a payment whose bank asks waits on the page of the bank, and is paid once its holder has answered', async () => {
  const card = await savedCard('4000002760003184');
  const { id } = await payment(card);
  const away = await gateway.confirmPaymentIntent(id, { ...card, returnUrl: null }, key());
  expect(away).toMatchObject({ kind: 'declined', code: 'authentication_required' });
  const there = await gateway.confirmPaymentIntent(id, { ...card, returnUrl: 'http://x.test/back' }, key());
  expect(there).toEqual({ kind: 'authentication', url: expect.stringContaining(`/authenticate/${id}`) });
  await stripe.control.authenticate(id);
  expect(await gateway.readPayment(id)).toMatchObject({ invoiceId: 'i-1', outcome: { kind: 'succeeded' } });
});

test('a payee is read with its capabilities, never as if it had none', async () => {
  const { id } = await gateway.createPayee(
    { assistantId: 'a-1', email: 'ana@people.example', name: 'Ana', country: 'PT' },
    key(),
  );
  expect((await gateway.readPayee(id)).transfers).not.toBe('active');
  await stripe.control.completeOnboarding(id);
  expect(await gateway.readPayee(id)).toMatchObject({ transfers: 'active', closed: false });
  await stripe.control.setAccountStatus(id, 'restricted', 'requirements_past_due');
  expect(await gateway.readPayee(id)).toMatchObject({ transfers: 'restricted' });
});

describe('what an error means', () => {
  test('nothing was done: refused, with the code of Stripe', async () => {
    const refusal = await gateway.readPaymentIntent('pi_unheard_of').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StripeRefused);
    expect(refusal).toMatchObject({ code: 'resource_missing' });
  });

  test.each([
    ['a server that fails', { ...customers, effect: 'fail_before', status: 503, times: 'always' }],
    ['a key in use', { ...customers, effect: 'conflict', times: 'always' }],
  ] as const)('nobody knows, after %s', async (_, fault) => {
    await stripe.control.addFault(fault);
    await expect(gateway.createCustomer(anyone, key())).rejects.toBeInstanceOf(StripeUnclear);
  });

  test('nobody knows, when one key comes with two requests', async () => {
    const once = key();
    await gateway.createCustomer(anyone, once);
    await expect(gateway.createCustomer({ ...anyone, name: 'Another' }, once)).rejects.toBeInstanceOf(StripeUnclear);
  });

  test('a lost connection is tried again by itself, with the same key', async () => {
    await stripe.control.addFault({ ...customers, effect: 'fail_after', as: 'reset' });
    const { id } = await gateway.createCustomer(anyone, key());
    const made = (await stripe.control.requests(customers)).filter(({ replayed }) => !replayed);
    expect(made).toHaveLength(1);
    expect(id).toMatch(/^cus_/);
  });

  test('too many requests are waited out', async () => {
    await stripe.control.addFault({ ...customers, effect: 'rate_limit', times: 2 });
    expect((await gateway.createCustomer(anyone, key())).id).toMatch(/^cus_/);
    expect((await stripe.control.requests(customers)).map(({ status }) => status)).toEqual([429, 429, 200]);
  });
});

test('nothing leaves the process inside a transaction', async () => {
  await expect(platform.db.transaction(() => gateway.readBalance())).rejects.toThrow('inside a transaction');
  expect(await stripe.control.requests()).toEqual([]);
});
