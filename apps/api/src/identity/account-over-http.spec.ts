import { ManualClock } from '@app/kernel';
import { IssueEmailChange, IssuePasswordReset } from '@app/identity';
import { SessionView } from '@app/wire/identity';
import { Client } from 'pg';

import { testConfig } from '../../../../test/support/config.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

const password = 'a long walk by the fjord';
const next = 'a longer walk in the hills';
const email = 'amira@fjord.example';

let database: TestDatabase;
let api: RunningApi;

beforeAll(async () => {
  database = await testDatabase();
  const config = testConfig({ DATABASE_URL: database.url, TRUSTED_PROXIES: '127.0.0.1,::1' });
  api = await startApi({ config, clock: new ManualClock(new Date('2026-03-02T09:00:00Z')), port: 0 });
});
afterAll(() => api.stop());
beforeEach(async () => {
  await database.reset();
  await send('POST', '/registrations', { email, password, name: 'Amira', zone: 'Europe/Oslo' });
});

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, headers: answer.headers, cookies, json };
}

const signIn = (shown = password, headers: Record<string, string> = {}) =>
  send('POST', '/sessions', { email, password: shown }, headers);

async function accountId(): Promise<string> {
  return (await rows<{ id: string }>('select id from account'))[0]!.id;
}

async function rows<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a forgotten password: the same answer for every address, and the link opens the account once', async () => {
  const asked = await send('POST', '/password-resets/requests', { email });
  const unknown = await send('POST', '/password-resets/requests', { email: 'nobody@fjord.example' });
  expect([asked.status, asked.json]).toEqual([204, undefined]);
  expect([unknown.status, unknown.json]).toEqual([204, undefined]);

  const { token } = (await api.app.get(IssuePasswordReset, { strict: false }).run(await accountId()))!;
  const reset = await send('POST', '/password-resets', { token, password: next });
  expect(reset.status).toBe(204);
  expect(reset.cookies[0]).toMatch(/^browser=[\w-]{43}$/);
  expect((await send('POST', '/password-resets', { token, password: next })).json).toMatchObject({
    status: 400,
    code: 'token_not_valid',
  });
  expect((await signIn(password)).status).toBe(401);
  expect((await signIn(next)).status).toBe(201);
});

test('a changed password leaves this browser signed in under another cookie', async () => {
  const [cookie = ''] = (await signIn()).cookies;
  const wrong = await send('PUT', '/me/password', { current: 'not this', password: next }, { cookie });
  expect(wrong.json).toMatchObject({ status: 400, code: 'wrong_password', errors: [{ field: 'current' }] });
  const changed = await send('PUT', '/me/password', { current: password, password: next }, { cookie });
  expect(changed.status).toBe(204);
  expect((await send('GET', '/me', undefined, { cookie })).status).toBe(401);
  expect((await send('GET', '/me', undefined, { cookie: changed.cookies[0] ?? '' })).status).toBe(200);
});

test('devices are listed and signed out', async () => {
  const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const [cookie = ''] = (await signIn(password, firefox)).cookies;
  const [other = ''] = (await signIn()).cookies;
  const devices = SessionView.array().parse((await send('GET', '/sessions', undefined, { cookie })).json);
  expect(devices).toMatchObject([
    { browser: 'Firefox', system: 'linux', isThisOne: true },
    { browser: null, system: null, isThisOne: false },
  ]);
  expect((await send('DELETE', `/sessions/${devices[1]!.id}`, undefined, { cookie })).status).toBe(204);
  expect((await send('GET', '/me', undefined, { cookie: other })).status).toBe(401);
  expect((await send('DELETE', `/sessions/${devices[1]!.id}`, undefined, { cookie })).status).toBe(404);

  const [third = ''] = (await signIn()).cookies;
  expect((await send('DELETE', '/sessions', undefined, { cookie })).status).toBe(204);
  expect((await send('GET', '/me', undefined, { cookie: third })).status).toBe(401);
  expect((await send('GET', '/me', undefined, { cookie })).status).toBe(200);
});

test('after ten guesses: 429 with the seconds to wait, for everybody but the browser that is known', async () => {
  const { cookies } = await signIn();
  for (let n = 0; n < 10; n += 1) expect((await signIn(`guess ${n}`)).status).toBe(401);
  const refused = await signIn(password);
  expect(refused.json).toMatchObject({ status: 429, code: 'too_many_attempts', retryAfterSeconds: 3_600 });
  expect(refused.headers.get('retry-after')).toBe('3600');
  expect((await signIn(password, { cookie: cookies[1] ?? '' })).status).toBe(201);
});

test('an address is the one that a trusted proxy saw', async () => {
  const from = (address: string) =>
    send('POST', '/password-resets/requests', { email }, { 'x-forwarded-for': `10.9.9.9, ${address}` });
  for (let n = 0; n < 20; n += 1) expect((await from('203.0.113.7')).status).toBe(204);
  expect((await from('203.0.113.7')).status).toBe(429);
  expect((await from('203.0.113.8')).status).toBe(204);
});

test('another address, once its link is used', async () => {
  const [cookie = ''] = (await signIn()).cookies;
  const wanted = { email: 'amira@hills.example', password };
  expect((await send('POST', '/me/email-changes', wanted, { cookie })).status).toBe(204);
  const [change] = await rows<{ id: string }>('select id from email_change');
  const { token } = (await api.app.get(IssueEmailChange, { strict: false }).run(change!.id))!;
  expect((await send('POST', '/email-changes', { token })).status).toBe(204);
  expect((await send('GET', '/me', undefined, { cookie })).json).toMatchObject({
    email: wanted.email,
    emailVerified: true,
  });
});
