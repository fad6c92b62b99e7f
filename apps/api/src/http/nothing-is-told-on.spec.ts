import { API_TOKEN_PREFIX, IssuePasswordReset, IssueVerification } from '@app/identity';
import { ManualClock } from '@app/kernel';
import type { LoggerService } from '@nestjs/common';

import { testConfig } from '../../../../test/support/config.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

const email = 'amira@fjord.example';
const password = 'a long walk by the fjord';
const next = 'a longer walk in the hills';

/** Everything that is logged, the lines for debugging too. */
class Heard implements LoggerService {
  readonly lines: string[] = [];
  log = (...said: unknown[]): void => void this.lines.push(JSON.stringify(said));
  warn = this.log;
  error = this.log;
  debug = this.log;
  verbose = this.log;
}

const heard = new Heard();
let api: RunningApi;

beforeAll(async () => {
  const database = await testDatabase();
  await database.reset();
  const config = testConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'debug' });
  api = await startApi({ config, clock: new ManualClock(new Date('2026-03-02T09:00:00Z')), log: heard, port: 0 });
});
afterAll(() => api.stop());

async function send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return { status: answer.status, text: await answer.text(), cookies };
}

test('no address, name, password, cookie or token of a person is in a log or in a refusal', async () => {
  const registered = await send('POST', '/registrations', {
    email,
    password,
    name: 'Amira Larsen',
    zone: 'Europe/Oslo',
  });
  const { accountId } = JSON.parse(registered.text) as { accountId: string };
  const refusals = [
    await send('POST', '/sessions', { email, password: next }),
    await send('POST', '/sessions', { email }),
  ];
  const { cookies } = await send('POST', '/sessions', { email, password });
  const cookie = cookies[0] ?? '';
  const mailed = await api.app.get(IssueVerification, { strict: false }).run(accountId);
  await send('POST', '/email-verifications', { token: mailed?.token });
  refusals.push(await send('POST', '/email-verifications', { token: mailed?.token }));
  const made = await send('POST', '/api-tokens', { name: 'Sheets', scopes: ['time:read'], days: 30 }, { cookie });
  const { secret } = JSON.parse(made.text) as { secret: string };
  const authorization = `Bearer ${secret}`;
  expect((await send('GET', '/weeks?which=current', undefined, { authorization })).status).toBe(200);
  refusals.push(await send('GET', `/me?access_token=${secret}&email=${email}`, undefined, { authorization }));
  refusals.push(await send('GET', `/nothing/${email}?token=${secret}`));
  const reset = await api.app.get(IssuePasswordReset, { strict: false }).run(accountId);
  await send('POST', '/password-resets', { token: reset?.token, password: next });

  const session = cookie.split('=')[1] ?? 'none';
  const secrets = [email, 'Amira', password, next, session, mailed?.token ?? 'none', secret, reset?.token ?? 'none'];
  const told = [...heard.lines, ...refusals.map(({ text }) => text)].join('\n');
  expect(heard.lines.length).toBeGreaterThan(10);
  expect(refusals.every(({ status }) => status >= 400)).toBe(true);
  expect(secrets.filter((each) => told.includes(each))).toEqual([]);
  expect(told).not.toContain(API_TOKEN_PREFIX);
});
