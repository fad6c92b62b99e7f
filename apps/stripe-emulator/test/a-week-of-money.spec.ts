import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Stripe } from 'stripe';

import { startStripeEmulator, type StripeEmulator } from '../src/index.ts';
import { type Receiver, receiver } from './receiver.ts';

const monday = new Date('2026-03-02T12:00:00Z');
let emulator: StripeEmulator;
let stripe: Stripe;
let hooks: Receiver;

beforeEach(async () => {
  hooks = await receiver();
  emulator = await startStripeEmulator({
    clock: { mode: 'frozen', at: monday },
    webhooks: [
      { url: `${hooks.url}/platform`, secret: 'whsec_platform' },
      { url: `${hooks.url}/connect`, secret: 'whsec_connect', connect: true },
      { url: `${hooks.url}/thin`, secret: 'whsec_thin', thin: true },
    ],
    log: (line) => console.error(line),
  });
  stripe = new Stripe('sk_test_local', {
    host: emulator.host,
    port: emulator.port,
    protocol: 'http',
    apiVersion: '2026-10-28.endive',
    telemetry: false,
  });
});

afterEach(async () => {
  const found = await emulator.control.counters();
  await emulator.stop();
  await hooks.stop();
  expect(found).toEqual({ unimplemented: [], violations: [] });
});

test('a week is charged, transferred and paid out', async () => {
  const customer = await stripe.customers.create(
    { email: 'shop@example.no', metadata: { client_id: '1' } },
    { idempotencyKey: 'cust:1' },
  );
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    customer: customer.id,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
    success_url: 'http://x/ok?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://x/no',
  });
  await emulator.control.completeCheckout(session.id, { cardNumber: '4242 4242 4242 4242' });
  const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent.payment_method'] });
  const pm = ((done.setup_intent as Stripe.SetupIntent).payment_method as Stripe.PaymentMethod).id;
  const pi = await stripe.paymentIntents.create(
    {
      amount: 30525,
      currency: 'usd',
      customer: customer.id,
      payment_method: pm,
      allowed_payment_method_types: ['card'],
      transfer_group: 'inv_1',
      metadata: { invoice_id: '1' },
    },
    { idempotencyKey: 'inv:1:pi' },
  );
  const paid = await stripe.paymentIntents.confirm(
    pi.id,
    { off_session: true, expand: ['latest_charge'] },
    { idempotencyKey: 'inv:1:confirm:1' },
  );
  const charge = paid.latest_charge as Stripe.Charge;
  expect([paid.status, charge.balance_transaction]).toEqual(['succeeded', null]);
  const account = await stripe.v2.core.accounts.create({
    contact_email: 'ines@example.pt',
    display_name: 'Ines Silva',
    dashboard: 'express',
    identity: { country: 'pt', entity_type: 'individual' },
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    defaults: { currency: 'usd', responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
    include: ['configuration.recipient', 'requirements', 'identity', 'defaults'],
  });
  expect(account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status).toBe('restricted');
  const link = await stripe.v2.core.accountLinks.create({
    account: account.id,
    use_case: {
      type: 'account_onboarding',
      account_onboarding: {
        refresh_url: 'http://x/r',
        return_url: 'http://x/ret',
        collection_options: { fields: 'eventually_due', future_requirements: 'include' },
      },
    },
  });
  expect(link.url).toContain('/onboarding/');
  await emulator.control.completeOnboarding(account.id);
  await stripe.balanceSettings.update(
    { payments: { payouts: { schedule: { interval: 'weekly', weekly_payout_days: ['tuesday', 'friday'] } } } },
    { stripeAccount: account.id },
  );
  const { nextDueAt } = await emulator.control.clock();
  await emulator.control.advanceTo(nextDueAt!);
  await emulator.control.drain();
  expect(
    (await stripe.charges.retrieve(charge.id, { expand: ['balance_transaction'] })).balance_transaction,
  ).toMatchObject({ amount: 30525, fee: 915, net: 29610, status: 'pending' });
  const transfer = await stripe.transfers.create(
    {
      amount: 27750,
      currency: 'usd',
      destination: account.id,
      source_transaction: charge.id,
      transfer_group: 'inv_1',
      metadata: { line: '1' },
    },
    { idempotencyKey: 'line:1' },
  );
  expect(transfer.balance_transaction).toMatch(/^txn_/);
  expect(await stripe.balance.retrieve({}, { stripeAccount: account.id })).toMatchObject({
    available: [{ amount: 0 }],
    pending: [{ amount: 27750 }],
  });
  await emulator.control.advanceTo(new Date('2026-03-10T00:00:00Z'));
  await emulator.control.drain();
  const payouts = await stripe.payouts.list({}, { stripeAccount: account.id });
  expect(payouts.data.map((p) => [p.amount, p.status, p.reconciliation_status])).toEqual([
    [27750, 'paid', 'completed'],
  ]);
  const inside = await stripe.balanceTransactions.list(
    { payout: payouts.data[0]!.id, expand: ['data.source'] },
    { stripeAccount: account.id },
  );
  expect(inside.data.map((t) => [t.type, t.net])).toEqual([
    ['payout', -27750],
    ['payment', 27750],
  ]);
  const all = await stripe.balanceTransactions.list({ created: { gte: 0 }, limit: 100, expand: ['data.source'] });
  expect(all.data.reduce((sum, t) => sum + t.net, 0)).toBe(1860);
  expect(await stripe.balance.retrieve()).toMatchObject({ available: [{ amount: 1860 }] });
});
