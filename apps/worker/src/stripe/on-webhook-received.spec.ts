import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { BillingModule } from '@app/billing';
import { JobQueue } from '@app/delivery';
import { chargebacksEntities, ChargebacksModule } from '@app/disputes';
import { Invalid } from '@app/kernel';
import { PayoutsModule, ReceiveWebhook, SendTransfers, ViewPayouts } from '@app/payouts';
import type { WebhookEndpoint } from '@app/stripe';
import { Module } from '@nestjs/common';

import { Payday } from '../../../../test/support/payday.ts';
import { OnWebhookReceived } from './on-webhook-received.ts';

@Module({ imports: [BillingModule, PayoutsModule, ChargebacksModule], providers: [OnWebhookReceived] })
class Handlers {}

let payday: Payday;
let server: Server;

/** As the api takes them in, without the api. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const endpoint = request.url?.slice(1) as WebhookEndpoint;
      receive(endpoint, Buffer.concat(chunks), String(request.headers['stripe-signature'])).then(
        () => response.writeHead(200).end(),
        (error: unknown) => response.writeHead(error instanceof Invalid ? 400 : 500).end(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const webhooks = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  payday = await Payday.start({ imports: [Handlers], entities: chargebacksEntities, webhooks });
}, 60_000);
afterAll(async () => {
  await payday.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(async () => {
  await payday.stripe.control.clearFaults();
  await payday.stripe.control.drain();
  await payday.reset();
});

const receive = (...webhook: Parameters<ReceiveWebhook['run']>) => payday.platform.get(ReceiveWebhook).run(...webhook);

/** Delivers what waits to be delivered, and works what came in. */
async function quiet(): Promise<void> {
  await payday.stripe.control.drain();
  await payday.platform.get(JobQueue).drain([payday.platform.get(OnWebhookReceived)]);
}

/** From card to bank, with nobody asking Stripe for anything. */
async function paidToTheBank() {
  const assistant = await payday.assistant();
  await payday.onboard(assistant);
  await quiet();
  await payday.due(assistant);
  await quiet();
  await payday.platform.get(SendTransfers).run(payday.now);
  await quiet();
  await payday.passes(8);
  await quiet();
  return assistant;
}

const everything = async () => ({
  journals: await payday.rows(`select reference, kind from journal order by reference`),
  payouts: await payday.rows(`select id, status, amount_cents from bank_payout order by id`),
  items: await payday.rows(`select payout_id, transfer_id, amount_cents from bank_payout_item order by 1, 2`),
  payees: await payday.rows(`select id, state from payee order by id`),
  cards: await payday.rows(`select id, payment_method_id from saved_card order by id`),
});

test('webhooks alone bring the balance, the payee and the payouts up to date', async () => {
  const assistant = await paidToTheBank();
  const [payout] = await payday.platform.get(ViewPayouts).list(assistant);
  expect(payout).toMatchObject({ status: 'paid', amount: { cents: 55_50 } });
  expect(payout?.byClient).toHaveLength(2);
  expect(await payday.violations()).toEqual({});
});

test('an onboarding that ends is heard of by its thin event', async () => {
  const assistant = await payday.assistant();
  const account = await payday.onboard(assistant);
  await payday.stripe.control.setAccountStatus(account, 'restricted', 'requirements_past_due');
  await quiet();
  expect(await payday.platform.get(ViewPayouts).payee(assistant)).toMatchObject({ state: 'restricted' });
  await payday.stripe.control.setAccountStatus(account, 'active');
  await quiet();
  expect(await payday.platform.get(ViewPayouts).payee(assistant)).toMatchObject({ state: 'active' });
});

test('all of them twice, by other ids and in another order, change nothing', async () => {
  await payday.stripe.control.addFault({ webhook: '.*', effect: 'twin', times: 'always' });
  await payday.stripe.control.addFault({ webhook: '.*', effect: 'reorder', times: 'always' });
  await paidToTheBank();
  const once = await everything();

  const told = await payday.rows<{ type: string; object_id: string; account: string | null }>(
    `select type, object_id, account from webhook_inbox order by id desc`,
  );
  expect(told.length).toBeGreaterThan(20);
  const handler = payday.platform.get(OnWebhookReceived);
  for (const { type, object_id: objectId, account } of told) {
    const payload = { webhookId: `evt_${crypto.randomUUID()}`, type, objectId, account };
    const id = crypto.randomUUID();
    await payday.rows(`insert into event (id, type, payload, occurred_at) values ($1, 'webhook.received', $2, $3)`, [
      id,
      payload,
      payday.now,
    ]);
    await handler.handle({ id, type: 'webhook.received', payload, occurredAt: payday.now.toISOString() });
  }
  expect(await everything()).toEqual(once);
});

describe('at the door', () => {
  const body = (over: object = {}) =>
    Buffer.from(
      JSON.stringify({
        id: 'evt_1',
        object: 'event',
        type: 'charge.updated',
        livemode: false,
        data: { object: { id: 'ch_1', object: 'charge' } },
        ...over,
      }),
    );
  const signed = (raw: Buffer, secret = payday.platform.config.env.STRIPE_WEBHOOK_SECRET, at = Date.now()) => {
    const seconds = Math.floor(at / 1000);
    return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(raw).digest('hex')}`;
  };
  const stored = async () => (await payday.rows(`select id from webhook_inbox`)).length;

  test('an event is stored once, however often it is sent', async () => {
    const raw = body();
    expect(await receive('platform', raw, signed(raw))).toBe(true);
    expect(await receive('platform', raw, signed(raw))).toBe(false);
    expect(await stored()).toBe(1);
  });

  test.each([
    ['with another secret', () => signed(body(), 'whsec_of_somebody_else')],
    ['over another body', () => signed(body({ id: 'evt_2' }))],
    ['an hour ago', () => signed(body(), undefined, Date.now() - 3_600_000)],
    ['not at all', () => ''],
  ])('what was signed %s is refused', async (_, signature) => {
    await expect(receive('platform', body(), signature())).rejects.toMatchObject({
      code: 'webhook_signature',
    });
    expect(await stored()).toBe(0);
  });

  test('what was signed for another endpoint is refused', async () => {
    const raw = body();
    await expect(receive('connect', raw, signed(raw))).rejects.toMatchObject({
      code: 'webhook_signature',
    });
  });

  test('a live event does not belong here', async () => {
    const raw = body({ livemode: true });
    await expect(receive('platform', raw, signed(raw))).rejects.toMatchObject({ code: 'webhook_mode' });
  });
});

test('what is about something unknown is tried again, and what means nothing here is done with', async () => {
  const handler = payday.platform.get(OnWebhookReceived);
  const told = async (type: string, account: string | null) => {
    const id = crypto.randomUUID();
    await payday.rows(`insert into event (id, type, payload, occurred_at) values ($1, 'webhook.received', '{}', $2)`, [
      id,
      payday.now,
    ]);
    const payload = { webhookId: 'evt_1', type, objectId: 'x_1', account };
    return handler.handle({ id, type: 'webhook.received', payload, occurredAt: payday.now.toISOString() });
  };
  await expect(told('v2.core.account[requirements].updated', 'acct_unheard_of')).rejects.toThrow('acct_unheard_of');
  await expect(told('payout.paid', 'acct_unheard_of')).rejects.toThrow('acct_unheard_of');
  await expect(told('checkout.session.completed', null)).rejects.toThrow('x_1');
  await told('customer.created', null);
  expect(await payday.rows(`select count(*)::int as done from event_effect`)).toEqual([{ done: 1 }]);
});
