import { expect, test } from '@jest/globals';

import { localStripe, newPayee } from './local-stripe.ts';

const local = localStripe();

test('a card is saved by hand at the hosted page, and the browser goes back with the session', async () => {
  const session = await setupSession();
  const page = await (await fetch(session.url ?? '')).text();
  expect(page).toContain('Save a card');
  expect(page).toContain('test Stripe');
  expect(page).not.toContain('<script');

  const back = await submit(session.url, { number: '4242 4242 4242 4242' });

  expect(back.headers.get('location')).toBe(`http://shop.test/saved?session=${session.id}`);
  const done = await local.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent.payment_method'] });
  expect(done).toMatchObject({
    status: 'complete',
    url: null,
    setup_intent: { status: 'succeeded', payment_method: { card: { last4: '4242' } } },
  });
});

test('a refused card is told on the page, and another one may be tried', async () => {
  const session = await setupSession();
  const refused = await submit(session.url, { number: '4000 0000 0000 9995' });
  expect(refused.status).toBe(402);
  expect(await refused.text()).toContain('Your card has insufficient funds.');
  const unknown = await submit(session.url, { number: '1234' });
  expect(await unknown.text()).toContain('not one of the test cards');
  expect((await submit(session.url, { number: '4242424242424242' })).status).toBe(303);
});

test('a card whose bank asks is saved after 3-D Secure', async () => {
  const session = await setupSession();
  const toBank = await submit(session.url, { number: '4000 0025 0000 3155' });
  const bank = new URL(toBank.headers.get('location') ?? '', local.emulator.url);
  expect(await (await fetch(bank)).text()).toContain('3-D Secure');
  const answered = await submit(bank.href, { answer: 'confirm' });
  const back = await fetch(answered.headers.get('location') ?? '', { redirect: 'manual' });
  expect(back.headers.get('location')).toBe(`http://shop.test/saved?session=${session.id}`);
});

test('an amount is paid at the hosted page and the card kept for later', async () => {
  const customer = await local.stripe.customers.create({ email: 'shop@example.no' });
  const session = await local.stripe.checkout.sessions.create({
    mode: 'payment',
    customer: customer.id,
    allowed_payment_method_types: ['card'],
    line_items: [
      { quantity: 1, price_data: { currency: 'usd', unit_amount: 30_525, product_data: { name: 'Week <10>' } } },
    ],
    payment_intent_data: { transfer_group: 'inv_7', metadata: { invoice_id: '7' }, setup_future_usage: 'off_session' },
    success_url: 'http://shop.test/paid',
  });
  const page = await (await fetch(session.url ?? '')).text();
  expect(page).toContain('$305.25');
  expect(page).toContain('Week &lt;10&gt;');
  expect((await submit(session.url, { number: '4242424242424242' })).headers.get('location')).toBe(
    'http://shop.test/paid',
  );
  const paid = await local.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] });
  expect(paid).toMatchObject({
    payment_status: 'paid',
    payment_intent: { amount_received: 30_525, latest_charge: { transfer_group: 'inv_7' } },
  });
  expect((await local.stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);
});

test('a session that ran out cannot be used', async () => {
  const session = await setupSession();
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 25 * 3_600_000));
  expect((await local.stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
  expect(await (await submit(session.url, { number: '4242424242424242' })).text()).toContain('expired');
});

test('a payee fills in the onboarding page and can be paid; the link works once', async () => {
  const { account, link } = await onboarding();
  expect(await (await fetch(link)).text()).toContain('Get paid');
  expect((await submit(link, { choice: 'complete', bank: '000123456789' })).headers.get('location')).toBe(
    'http://shop.test/return',
  );
  expect(await transfersOf(account)).toBe('active');
  expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).toBe('http://shop.test/again');
});

test.each([
  ['missing', 'restricted'],
  ['reject', 'rejected'],
])('a payee who chooses %s is %s', async (choice, status) => {
  const { account, link } = await onboarding();
  await submit(link, { choice, bank: '000123456789' });
  expect(await transfersOf(account)).toBe(status);
});

test('an onboarding link is good for minutes only', async () => {
  const { link } = await onboarding();
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 10 * 60_000));
  expect((await fetch(link, { redirect: 'manual' })).headers.get('location')).toBe('http://shop.test/again');
});

function setupSession() {
  return local.stripe.checkout.sessions.create({
    mode: 'setup',
    currency: 'usd',
    success_url: 'http://shop.test/saved?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/later',
  });
}

async function onboarding(): Promise<{ account: string; link: string }> {
  const account = await newPayee(local);
  const { url } = await local.stripe.v2.core.accountLinks.create({
    account,
    use_case: {
      type: 'account_onboarding',
      account_onboarding: { refresh_url: 'http://shop.test/again', return_url: 'http://shop.test/return' },
    },
  });
  return { account, link: url };
}

async function transfersOf(account: string): Promise<string | undefined> {
  const { configuration } = await local.stripe.v2.core.accounts.retrieve(account, {
    include: ['configuration.recipient'],
  });
  return configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status;
}

function submit(url: string | null, fields: Record<string, string>): Promise<Response> {
  return fetch(url ?? '', { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
}
