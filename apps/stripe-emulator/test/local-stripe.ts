import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import { Stripe } from 'stripe';

import {
  startStripeEmulator,
  type StripeControl,
  type StripeEmulator,
  type StripeEmulatorOptions,
} from '../src/index.ts';
import { type Receiver, receiver } from './receiver.ts';

// The first start after an installation makes the schema, which takes some seconds.
jest.setTimeout(60_000);

const MONDAY_NOON = new Date('2026-03-02T12:00:00Z');
export const SECRETS = { platform: 'whsec_platform', connect: 'whsec_connect', thin: 'whsec_thin' };

export interface LocalStripe {
  stripe: Stripe;
  control: StripeControl;
  emulator: StripeEmulator;
  hooks: Receiver;
}

/** A local Stripe for the tests of one file, forgotten between them; each must leave it without a fault of its own. */
export function localStripe(): LocalStripe {
  const local = {} as LocalStripe;
  beforeAll(async () => {
    local.hooks = await receiver();
    local.emulator = await startStripeEmulator(optionsFor(local.hooks));
    local.control = local.emulator.control;
    local.stripe = client(local.emulator);
  });
  afterEach(async () => {
    const found = await local.control.counters();
    await local.control.clearFaults();
    await local.control.drain();
    await local.control.reset();
    local.hooks.heard.length = 0;
    expect(found).toEqual({ unimplemented: [], violations: [] });
  });
  afterAll(async () => {
    await local.emulator.stop();
    await local.hooks.stop();
  });
  return local;
}

export function optionsFor(hooks: Receiver, more: StripeEmulatorOptions = {}): StripeEmulatorOptions {
  return {
    clock: { mode: 'frozen', at: MONDAY_NOON },
    webhooks: [
      { url: `${hooks.url}/platform`, secret: SECRETS.platform },
      { url: `${hooks.url}/connect`, secret: SECRETS.connect, connect: true },
      { url: `${hooks.url}/thin`, secret: SECRETS.thin, thin: true },
    ],
    log: (line) => process.stderr.write(`${line}\n`),
    ...more,
  };
}

export function client({ host, port }: StripeEmulator, key = 'sk_test_of_a_spec'): Stripe {
  return new Stripe(key, {
    host,
    port,
    protocol: 'http',
    apiVersion: '2026-10-28.endive',
    telemetry: false,
    maxNetworkRetries: 0,
  });
}

export interface SavedCard {
  customer: string;
  card: string;
}

/** A customer whose card was saved at the hosted page. */
export async function savedCard({ stripe, control }: LocalStripe, cardNumber?: string): Promise<SavedCard> {
  const customer = await stripe.customers.create({ email: 'shop@example.no' });
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    customer: customer.id,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
    success_url: 'http://shop.test/saved?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/later',
  });
  await control.completeCheckout(session.id, cardNumber === undefined ? {} : { cardNumber });
  const [card] = (await stripe.customers.listPaymentMethods(customer.id)).data;
  return { customer: customer.id, card: card?.id ?? 'none' };
}

/** The charge of a saved card, not settled yet. */
export async function charged(
  { stripe }: LocalStripe,
  { customer, card }: SavedCard,
  amount: number,
): Promise<Stripe.Charge> {
  const intent = await stripe.paymentIntents.create({
    amount,
    currency: 'usd',
    customer,
    payment_method: card,
    allowed_payment_method_types: ['card'],
  });
  const paid = await stripe.paymentIntents.confirm(intent.id, { off_session: true, expand: ['latest_charge'] });
  return paid.latest_charge as Stripe.Charge;
}

/** A charge of a new saved card. */
export async function charge(local: LocalStripe, amount: number, cardNumber?: string): Promise<Stripe.Charge> {
  return charged(local, await savedCard(local, cardNumber), amount);
}

/** A connected account that has not been onboarded. */
export async function newPayee({ stripe }: LocalStripe): Promise<string> {
  const account = await stripe.v2.core.accounts.create({
    contact_email: 'ines@example.pt',
    display_name: 'Ines Silva',
    dashboard: 'express',
    identity: { country: 'pt', entity_type: 'individual' },
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    defaults: { currency: 'usd', responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
  });
  return account.id;
}

/** A connected account that can be paid, Tuesdays and Fridays. */
export async function payee(local: LocalStripe, bankNumber?: string): Promise<string> {
  const account = await newPayee(local);
  await local.control.completeOnboarding(account, bankNumber);
  const schedule = { interval: 'weekly' as const, weekly_payout_days: ['tuesday' as const, 'friday' as const] };
  await local.stripe.balanceSettings.update({ payments: { payouts: { schedule } } }, { stripeAccount: account });
  return account;
}

/** What Stripe refused, as the SDK throws it. */
export async function refusal(call: Promise<unknown>): Promise<InstanceType<typeof Stripe.errors.StripeError>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Available and pending cents of an account; of the platform without one. */
export async function balance(
  { stripe }: LocalStripe,
  account?: string,
): Promise<{ available: number; pending: number }> {
  const { available, pending } = await stripe.balance.retrieve(
    {},
    account === undefined ? {} : { stripeAccount: account },
  );
  return { available: available[0]?.amount ?? 0, pending: pending[0]?.amount ?? 0 };
}
