import { expect, test } from '@jest/globals';
import { Stripe } from 'stripe';

import { charge, charged, client, localStripe, payee, refusal, savedCard } from './local-stripe.ts';

const local = localStripe();

test('the same key answers the same object and does nothing twice', async () => {
  const first = await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  const second = await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  expect(second.id).toBe(first.id);
  expect(second.lastResponse.headers).toMatchObject({
    'idempotent-replayed': 'true',
    'original-request': first.lastResponse.requestId,
  });
  expect((await local.stripe.customers.list()).data).toHaveLength(1);
});

test('the same key with other parameters is refused', async () => {
  await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  const refused = await refusal(local.stripe.customers.create({ email: 'b@example.com' }, { idempotencyKey: 'k1' }));
  expect(refused).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
});

test('a key is forgotten after a day', async () => {
  const first = await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 24 * 3_600_000));
  expect((await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' })).id).not.toBe(
    first.id,
  );
});

test('a decline is remembered with its key: only another key charges again', async () => {
  const saved = await savedCard(local);
  await local.control.setCardOutcome(saved.card, 'insufficient_funds');
  const intent = await local.stripe.paymentIntents.create({
    amount: 5_000,
    currency: 'usd',
    customer: saved.customer,
    payment_method: saved.card,
  });
  const confirm = (idempotencyKey: string) =>
    local.stripe.paymentIntents.confirm(
      intent.id,
      { off_session: true, payment_method: saved.card },
      { idempotencyKey },
    );
  await refusal(confirm('try:1'));
  await local.control.setCardOutcome(saved.card, 'succeeds');
  expect(await refusal(confirm('try:1'))).toMatchObject({ decline_code: 'insufficient_funds' });
  expect((await confirm('try:2')).status).toBe('succeeded');
});

test('what was refused before it began may be repeated with its key', async () => {
  const create = (customer: string) =>
    local.stripe.paymentIntents.create({ amount: 5_000, currency: 'usd', customer }, { idempotencyKey: 'pi:1' });
  expect(await refusal(create('cus_nobody'))).toMatchObject({
    code: 'resource_missing',
    param: 'customer',
    statusCode: 404,
  });
  const { id } = await local.stripe.customers.create({});
  expect((await create(id)).customer).toBe(id);
});

test('the same key is refused while its first request is still going', async () => {
  await local.control.addFault({ method: 'POST', path: '/v1/customers', effect: 'delay', ms: 150 });
  const slow = local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  await waitFor(async () => (await local.control.requests()).length === 0);
  const [first, second] = await Promise.allSettled([
    slow,
    local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' }),
  ]);
  expect(first.status).toBe('fulfilled');
  expect(second).toMatchObject({ reason: { code: 'idempotency_key_in_use', statusCode: 409 } });
});

test('after a lost response the same key finds what was done', async () => {
  const account = await payee(local);
  const source = await charge(local, 10_000);
  await local.control.addFault({ method: 'POST', path: '/v1/transfers$', effect: 'fail_after' });
  const create = () =>
    local.stripe.transfers.create(
      { amount: 8_000, currency: 'usd', destination: account, source_transaction: source.id, transfer_group: 'inv_1' },
      { idempotencyKey: 'line:1' },
    );
  // A closed socket: the SDK itself repeats it once with the same key.
  const transfer = await create();
  expect(
    (await local.stripe.transfers.list({ transfer_group: 'inv_1', destination: account })).data.map(({ id }) => id),
  ).toEqual([transfer.id]);
  expect(
    (await local.control.requests({ path: '/v1/transfers$', method: 'POST' })).map(({ status, replayed }) => [
      status,
      replayed,
    ]),
  ).toEqual([
    [0, false],
    [200, true],
  ]);
});

test('a 500 after the effect is remembered too, and the effect is there', async () => {
  await local.control.addFault({ method: 'POST', path: '/v1/customers', effect: 'fail_after', as: 'error' });
  const create = () => local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  expect(await refusal(create())).toMatchObject({ statusCode: 500 });
  expect(await refusal(create())).toMatchObject({ statusCode: 500 });
  expect((await local.stripe.customers.list()).data).toHaveLength(1);
});

test('a 500 before the effect, a 409 and a 429 leave nothing behind', async () => {
  const create = () => local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'k1' });
  await local.control.addFault({ path: '/v1/customers', effect: 'fail_before' });
  expect(await refusal(create())).toMatchObject({ statusCode: 500 });
  await local.control.addFault({ path: '/v1/customers', effect: 'conflict' });
  expect(await refusal(create())).toMatchObject({ statusCode: 409 });
  await local.control.addFault({ path: '/v1/customers', effect: 'rate_limit', reason: 'endpoint-rate' });
  const limited = await refusal(create());
  expect(limited).toBeInstanceOf(Stripe.errors.StripeRateLimitError);
  expect(limited.headers?.['stripe-rate-limited-reason']).toBe('endpoint-rate');
  expect((await local.stripe.customers.list()).data).toEqual([]);
  expect((await create()).id).toMatch(/^cus_/);
});

test('a fault strikes the nth match, as often as it says', async () => {
  await local.control.addFault({ method: 'POST', path: '/v1/customers', nth: 2, times: 2, effect: 'fail_before' });
  const outcomes = [];
  for (let count = 0; count < 4; count++)
    outcomes.push(
      await local.stripe.customers.create({}).then(
        () => 'made',
        () => 'failed',
      ),
    );
  expect(outcomes).toEqual(['made', 'failed', 'failed', 'made']);
});

test('lists page in both directions, newest first', async () => {
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) ids.unshift((await local.stripe.customers.create({})).id);
  const first = await local.stripe.customers.list({ limit: 2 });
  expect([first.data.map(({ id }) => id), first.has_more]).toEqual([ids.slice(0, 2), true]);
  const next = await local.stripe.customers.list({ limit: 2, starting_after: ids[1] ?? '' });
  expect(next.data.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  const back = await local.stripe.customers.list({ limit: 2, ending_before: ids[3] ?? '' });
  expect([back.data.map(({ id }) => id), back.has_more]).toEqual([ids.slice(1, 3), true]);
  const all = [];
  for await (const customer of local.stripe.customers.list({ limit: 2 })) all.push(customer.id);
  expect(all).toEqual(ids);
});

test('only what is asked for is expanded, and what cannot be is refused', async () => {
  const paid = await charge(local, 5_000);
  expect((await local.stripe.charges.retrieve(paid.id)).customer).toMatch(/^cus_/);
  const expanded = await local.stripe.charges.list({ expand: ['data.payment_intent.customer'] });
  expect(expanded.data[0]).toMatchObject({ payment_intent: { customer: { email: 'shop@example.no' } } });
  expect(await refusal(local.stripe.charges.retrieve(paid.id, { expand: ['status'] }))).toMatchObject({
    statusCode: 400,
    param: 'expand',
  });
  expect(
    await refusal(
      local.stripe.charges.retrieve(paid.id, {
        expand: ['payment_intent.latest_charge.payment_intent.latest_charge.customer'],
      }),
    ),
  ).toMatchObject({ statusCode: 400 });
});

test('metadata is merged, and an empty value takes its key away', async () => {
  const { id } = await local.stripe.customers.create({ metadata: { a: '1', b: '2' } });
  expect((await local.stripe.customers.update(id, { metadata: { b: '', c: '3' } })).metadata).toEqual({
    a: '1',
    c: '3',
  });
  expect((await local.stripe.customers.update(id, { metadata: '' })).metadata).toEqual({});
});

test('parameters that Stripe does not know, lacks or no longer takes are refused by name', async () => {
  const raw = (params: Record<string, unknown>) =>
    refusal(local.stripe.rawRequest('POST', '/v1/payment_intents', params));
  expect(await raw({ amount: 5_000, currency: 'usd', colour: 'red' })).toMatchObject({
    code: 'parameter_unknown',
    param: 'colour',
  });
  expect(await raw({ amount: 5_000 })).toMatchObject({ code: 'parameter_missing', param: 'currency' });
  expect(await raw({ amount: 'many', currency: 'usd' })).toMatchObject({ code: 'parameter_invalid', param: 'amount' });
  expect(await raw({ amount: 5_000, currency: 'usd', payment_method_types: ['card'] })).toMatchObject({
    code: 'payment_method_types_no_longer_supported',
  });
});

test('keys that are not test keys are refused', async () => {
  for (const key of ['sk_live_123', 'nonsense']) {
    expect(await refusal(client(local.emulator, key).customers.list())).toMatchObject({ statusCode: 401 });
  }
});

test('an account sees its own objects only', async () => {
  const account = await payee(local);
  const mine = await local.stripe.customers.create({});
  expect(await refusal(local.stripe.customers.retrieve(mine.id, {}, { stripeAccount: account }))).toMatchObject({
    code: 'resource_missing',
  });
  expect(await refusal(local.stripe.customers.list({}, { stripeAccount: 'acct_nobody' }))).toMatchObject({
    statusCode: 403,
  });
});

test('what is not implemented is answered 501 and counted', async () => {
  expect(await refusal(local.stripe.subscriptions.list())).toMatchObject({
    statusCode: 501,
    code: 'emulator_unimplemented',
  });
  expect(await refusal(local.stripe.customers.create({ balance: 5 }))).toMatchObject({ statusCode: 501 });
  const older = {
    host: local.emulator.host,
    port: local.emulator.port,
    protocol: 'http' as const,
    apiVersion: '2025-01-27.acacia' as never,
  };
  expect(await refusal(new Stripe('sk_test_of_a_spec', older).customers.list())).toMatchObject({ statusCode: 501 });
  const { unimplemented } = await local.control.counters();
  expect(unimplemented).toEqual([
    'The local Stripe does not implement GET /v1/subscriptions.',
    'The local Stripe does not implement balance of POST /v1/customers.',
    'The local Stripe does not implement the API version 2025-01-27.acacia.',
  ]);
  await local.control.reset();
});

test('the journal tells what was asked, of whom and with which key', async () => {
  await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'cust:1' });
  expect(await local.control.requests({ method: 'POST' })).toMatchObject([
    {
      path: '/v1/customers',
      idempotencyKey: 'cust:1',
      params: { email: 'a@example.com' },
      status: 200,
      replayed: false,
    },
  ]);
});

test('the control plane opens to its own token only', async () => {
  const ask = (token: string) =>
    fetch(`${local.emulator.url}/_emulator/clock`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  expect((await ask('sk_test_of_a_spec')).status).toBe(401);
  expect((await ask(local.emulator.controlToken)).status).toBe(200);
});

test('two charges of one intent at once: one is refused', async () => {
  const saved = await savedCard(local);
  const intent = await local.stripe.paymentIntents.create({
    amount: 5_000,
    currency: 'usd',
    customer: saved.customer,
    payment_method: saved.card,
  });
  const both = await Promise.allSettled(
    [1, 2].map(() => local.stripe.paymentIntents.confirm(intent.id, { off_session: true })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await charged(local, saved, 5_000)).status).toBe('succeeded');
});

async function waitFor(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}
