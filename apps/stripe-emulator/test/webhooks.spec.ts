import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from '@jest/globals';

import { startStripeEmulator } from '../src/index.ts';
import { client, localStripe, optionsFor, payee, savedCard, SECRETS } from './local-stripe.ts';
import { receiver } from './receiver.ts';

const local = localStripe();

test('a webhook is signed as the SDK checks it, in real time, while the event tells emulated time', async () => {
  await local.stripe.customers.create({ email: 'a@example.com' }, { idempotencyKey: 'cust:1' });
  await local.control.drain();
  const [heard] = local.hooks.heard;
  const event = local.stripe.webhooks.constructEvent(heard?.body ?? '', heard?.signature ?? '', SECRETS.platform);
  const { now } = await local.control.clock();
  expect(event).toMatchObject({
    type: 'customer.created',
    created: Math.floor(now.getTime() / 1000),
    request: { idempotency_key: 'cust:1' },
  });
  expect(() => local.stripe.webhooks.constructEvent(heard?.body ?? '', heard?.signature ?? '', 'whsec_other')).toThrow(
    'signature',
  );
});

test('events of connected accounts go to the connect endpoint, with their account', async () => {
  const account = await payee(local);
  await local.control.drain();
  const connect = local.hooks.heard.filter((heard) => heard.path === '/connect').map(({ body }) => JSON.parse(body));
  expect(connect.map(({ type }) => type)).toEqual(['account.external_account.created', 'balance_settings.updated']);
  expect(connect.every((event) => event.account === account)).toBe(true);
});

test('what is not accepted is sent again until it is, signed anew', async () => {
  local.hooks.answers.push(500, 302);
  const { id } = await local.stripe.customers.create({});
  await local.control.drain();
  expect(local.hooks.heard.map(({ type }) => type)).toEqual([
    'customer.created',
    'customer.created',
    'customer.created',
  ]);
  expect(new Set(local.hooks.heard.map((heard) => heard.id)).size).toBe(1);
  const [event] = (await local.stripe.events.list({ type: 'customer.created' })).data;
  expect(event).toMatchObject({ pending_webhooks: 0, data: { object: { id } } });
});

test('what keeps failing is reported, and stays to be sent', async () => {
  local.hooks.answers.push(...Array.from({ length: 30 }, () => 500));
  await local.stripe.customers.create({});
  await expect(local.control.drain()).rejects.toThrow('answered 500');
  local.hooks.answers.length = 0;
  await local.control.drain();
  expect((await local.stripe.events.list()).data[0]?.pending_webhooks).toBe(0);
});

test('webhooks can be lost, doubled and turned around', async () => {
  await local.control.addFault({ webhook: 'customer.created', effect: 'drop' });
  await local.stripe.customers.create({});
  await local.control.drain();
  expect(local.hooks.heard).toEqual([]);
  expect((await local.stripe.events.list()).data).toMatchObject([{ type: 'customer.created' }]);

  await local.control.addFault({ webhook: 'customer.created', effect: 'duplicate' });
  await local.stripe.customers.create({});
  await local.control.drain();
  expect(local.hooks.heard.map(({ id }) => id)).toEqual([local.hooks.heard[0]?.id, local.hooks.heard[0]?.id]);

  local.hooks.heard.length = 0;
  await local.control.addFault({ webhook: 'customer.created', effect: 'twin' });
  await local.stripe.customers.create({});
  await local.control.drain();
  expect(new Set(local.hooks.heard.map(({ id }) => id)).size).toBe(2);

  local.hooks.heard.length = 0;
  await local.control.addFault({ webhook: '.*', times: 'always', effect: 'reorder' });
  const { id } = await local.stripe.customers.create({});
  await local.stripe.customers.update(id, { name: 'Later' });
  await local.control.drain();
  expect(local.hooks.heard.map(({ type }) => type)).toEqual(['customer.updated', 'customer.created']);
});

test('endpoints made over the API hear what they asked for, with a secret of their own', async () => {
  const endpoint = await local.stripe.webhookEndpoints.create({
    url: `${local.hooks.url}/mine`,
    enabled_events: ['customer.updated'],
    api_version: '2026-10-28.endive',
  });
  const { id } = await local.stripe.customers.create({});
  await local.stripe.customers.update(id, { name: 'Ben' });
  await local.control.drain();
  const mine = local.hooks.heard.filter((heard) => heard.path === '/mine');
  expect(mine.map(({ type }) => type)).toEqual(['customer.updated']);
  expect(
    local.stripe.webhooks.constructEvent(mine[0]?.body ?? '', mine[0]?.signature ?? '', endpoint.secret ?? '').type,
  ).toBe('customer.updated');
  expect(await local.stripe.webhookEndpoints.del(endpoint.id)).toMatchObject({ deleted: true });
});

test('a thin destination shows its secret when it is included, and answers a ping', async () => {
  const destination = await local.stripe.v2.core.eventDestinations.create({
    name: 'accounts',
    type: 'webhook_endpoint',
    event_payload: 'thin',
    events_from: ['@accounts'],
    enabled_events: ['v1.payout.failed'],
    webhook_endpoint: { url: `${local.hooks.url}/accounts` },
    include: ['webhook_endpoint.signing_secret'],
  });
  const secret = destination.webhook_endpoint?.signing_secret ?? '';
  expect(
    (await local.stripe.v2.core.eventDestinations.retrieve(destination.id)).webhook_endpoint?.signing_secret,
  ).toBeNull();
  await local.stripe.v2.core.eventDestinations.ping(destination.id);
  await local.control.drain();
  const [ping] = local.hooks.heard.filter((heard) => heard.path === '/accounts');
  expect(local.stripe.parseEventNotification(ping?.body ?? '', ping?.signature ?? '', secret).type).toBe(
    'v2.core.event_destination.ping',
  );
});

test('events are kept for thirty days', async () => {
  await local.stripe.customers.create({});
  const [event] = (await local.stripe.events.list({ types: ['customer.created', 'customer.updated'] })).data;
  expect((await local.stripe.events.retrieve(event?.id ?? '')).type).toBe('customer.created');
  expect((await local.stripe.events.list({ type: 'customer.*' })).data).toHaveLength(1);
  expect((await local.stripe.events.list({ types: ['payout.paid', 'payout.failed'] })).data).toEqual([]);
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + 31 * 86_400_000));
  expect((await local.stripe.events.list()).data).toEqual([]);
});

test('after a restart the money, the keys and the webhooks still to be sent are there', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-stripe-'));
  const hooks = await receiver();
  const options = optionsFor(hooks, { file: path.join(folder, 'stripe.sqlite') });
  try {
    hooks.answers.push(...Array.from({ length: 50 }, () => 503));
    const before = await startStripeEmulator(options);
    const saved = await savedCard({ ...local, emulator: before, control: before.control, stripe: client(before) });
    const pay = (stripe: typeof local.stripe) =>
      stripe.paymentIntents.create(
        {
          amount: 5_000,
          currency: 'usd',
          customer: saved.customer,
          payment_method: saved.card,
          confirm: true,
          off_session: true,
        },
        { idempotencyKey: 'pay:1' },
      );
    const paid = await pay(client(before));
    await before.control.advanceTo(new Date((await before.control.clock()).now.getTime() + 60_000));
    const { now } = await before.control.clock();
    const balances = await before.control.balances();
    await before.stop();
    hooks.answers.length = 0;
    hooks.heard.length = 0;

    const after = await startStripeEmulator(options);
    await after.control.drain();
    expect(hooks.heard.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['payment_intent.succeeded', 'charge.updated']),
    );
    expect((await after.control.clock()).now).toEqual(now);
    expect(await after.control.balances()).toEqual(balances);
    expect((await pay(client(after))).id).toBe(paid.id);
    await after.stop();
  } finally {
    await hooks.stop();
    rmSync(folder, { recursive: true });
  }
});
