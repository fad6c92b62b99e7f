import { createHmac } from 'node:crypto';

import { ConsoleLogger } from '@nestjs/common';
import { Client } from 'pg';

import { testConfig } from '../../../../test/support/config.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

/** Bytes that no parser would write again in the same way. */
const BODY = `{ "id": "evt_1",  "object": "event", "type": "charge.updated", "livemode": false,
  "data": { "object": { "id": "ch_1", "object": "charge", "description": "caf\\u00e9 \\/ \u00e9" } } }`;

let database: TestDatabase;
let owner: Client;
let api: RunningApi;
let secret: string;

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const config = testConfig({ DATABASE_URL: database.url });
  secret = config.env.STRIPE_WEBHOOK_SECRET;
  api = await startApi({ config, log: new ConsoleLogger({ logLevels: ['error'] }), port: 0 });
}, 30_000);
afterAll(async () => {
  await api.stop();
  await owner.end();
});
beforeEach(() => database.reset());

function signature(body: string, at = Date.now()): string {
  const seconds = Math.floor(at / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

function post(endpoint: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${api.url}/api/stripe-webhooks/${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: BODY,
  });
}

const told = async () =>
  (await owner.query<{ payload: object }>(`select payload from event where type = 'webhook.received'`)).rows.map(
    ({ payload }) => payload,
  );

test('what Stripe signed is stored and told once, byte by byte as it came, and needs nobody signed in', async () => {
  expect((await post('platform', { 'stripe-signature': signature(BODY) })).status).toBe(200);
  expect((await post('platform', { 'stripe-signature': signature(BODY) })).status).toBe(200);
  expect(await told()).toEqual([{ webhookId: 'evt_1', type: 'charge.updated', objectId: 'ch_1', account: null }]);
});

test.each([
  ['no signature', 'platform', () => ({})],
  ['a signature over another body', 'platform', () => ({ 'stripe-signature': signature(`${BODY} `) })],
  ['a signature of ten minutes ago', 'platform', () => ({ 'stripe-signature': signature(BODY, Date.now() - 600_000) })],
  ['a signature for another endpoint', 'connect', () => ({ 'stripe-signature': signature(BODY) })],
  ['nonsense for a signature', 'accounts', () => ({ 'stripe-signature': 'me' })],
])('%s is refused, and nothing is stored', async (_, endpoint, headers) => {
  const response = await post(endpoint, headers());
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ code: 'webhook_signature', errors: [{ field: 'Stripe-Signature' }] });
  expect(await told()).toEqual([]);
});
