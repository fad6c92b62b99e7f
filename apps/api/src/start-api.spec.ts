import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ManualClock } from '@app/kernel';
import type { LoggerService } from '@nestjs/common';
import { Client } from 'pg';

import { testConfig } from '../../../test/support/config.ts';
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts';
import { type RunningApi, startApi } from './start-api.ts';

const amira = {
  email: 'amira@fjord.example',
  password: 'a long walk by the fjord',
  name: 'Amira',
  zone: 'Europe/Oslo',
};

const LARGE_SCRIPT = 'export const weeks = 1;\n'.repeat(1_000);

class Heard implements LoggerService {
  readonly lines: string[] = [];
  log(): void {}
  warn(): void {}
  error(message: unknown): void {
    this.lines.push(JSON.stringify(message));
  }
}

let database: TestDatabase;
let web: string;
let api: RunningApi;
const heard = new Heard();

beforeAll(async () => {
  database = await testDatabase();
  web = await mkdtemp(join(tmpdir(), 'kontor-web-'));
  await mkdir(join(web, 'assets'));
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Kontor</title>');
  await writeFile(join(web, 'assets/app-4f2a.js'), 'export {};');
  await writeFile(join(web, 'assets/large-9c1d.js'), LARGE_SCRIPT);
  api = await start();
});
afterAll(async () => {
  await api.stop();
  await rm(web, { recursive: true });
});
beforeEach(() => database.reset());

const start = (over: Parameters<typeof testConfig>[0] = {}) =>
  startApi({
    config: testConfig({ DATABASE_URL: database.url, WEB_DIST: web, ...over }),
    clock: new ManualClock(new Date('2026-03-02T09:00:00Z')),
    log: heard,
    port: 0,
  });

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${api.url}${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json');
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? (JSON.parse(text) as Answer) : undefined,
  };
}

interface Answer extends Record<string, unknown> {
  errors?: { field: string; message: string }[];
}

async function signIn(email = amira.email): Promise<string> {
  await send('POST', '/api/registrations', { ...amira, email });
  const { headers } = await send('POST', '/api/sessions', { email, password: amira.password });
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('a session', () => {
  test('from signing up to signing out', async () => {
    const registered = await send('POST', '/api/registrations', amira);
    expect(registered.status).toBe(201);
    const signedIn = await send('POST', '/api/sessions', { email: amira.email, password: amira.password });
    expect(signedIn.status).toBe(201);
    expect(signedIn.json).toMatchObject({ id: registered.json?.accountId, emailVerified: false, assists: false });
    const [set] = signedIn.headers.getSetCookie();
    expect(set).toMatch(/^session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);

    const cookie = set?.split(';')[0] ?? '';
    expect((await send('GET', '/api/me', undefined, { cookie })).json).toEqual(signedIn.json);
    const signedOut = await send('DELETE', '/api/sessions/current', undefined, { cookie });
    expect(signedOut.status).toBe(204);
    expect(signedOut.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect((await send('GET', '/api/me', undefined, { cookie })).status).toBe(401);
  });

  test('belongs to one person, however many ask at once', async () => {
    const people = await Promise.all(
      ['amira', 'ben', 'carol', 'dan'].map(async (name) => {
        const email = `${name}@people.example`;
        return { email, cookie: await signIn(email) };
      }),
    );
    const asking = Array.from({ length: 60 }, (_, n) => people[n % people.length]!);
    const answers = await Promise.all(asking.map(({ cookie }) => send('GET', '/api/me', undefined, { cookie })));
    expect(answers.map(({ json }) => json?.email)).toEqual(asking.map(({ email }) => email));
  });

  test('over https its cookie belongs to this host alone', async () => {
    const secure = await start({ PUBLIC_URL: 'https://kontor.example' });
    try {
      await send('POST', '/api/registrations', amira);
      const answer = await fetch(`${secure.url}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: amira.email, password: amira.password }),
      });
      expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-session=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
    } finally {
      await secure.stop();
    }
  });

  test('cannot be used by another site', async () => {
    const cookie = await signIn();
    const business = { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' };
    const from = (headers: Record<string, string>) => send('POST', '/api/businesses', business, { cookie, ...headers });
    expect((await from({ origin: 'https://evil.example' })).json).toMatchObject({ status: 403, code: 'cross_origin' });
    expect((await from({ origin: 'null' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'same-site', origin: 'https://evil.kontor.example' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await from({ origin: 'http://localhost:4280' })).status).toBe(201);
    expect((await from({})).status).toBe(201);
  });
});

describe('a refusal', () => {
  test('names every field that is wrong, and those that are unknown', async () => {
    const { status, headers, json } = await send('POST', '/api/registrations', {
      ...amira,
      email: 'no address',
      password: 'short',
      role: 'admin',
      business: { name: ' ', country: 'no', zone: 'Mars/Olympus', owner: 'me' },
    });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(json).toMatchObject({ code: 'invalid_request', title: 'Bad Request' });
    const fields = json?.errors?.map(({ field }) => field).toSorted();
    expect(fields).toEqual(
      ['business.country', 'business.name', 'business.owner', 'business.zone', 'email', 'password', 'role'].toSorted(),
    );
  });

  test.each([
    ['a body that is no JSON', '{"email":', 400, 'malformed_json'],
    ['a body beyond 1 MiB', `"${'a'.repeat(1_100_000)}"`, 413, 'body_too_large'],
    ['a list instead of an object', '[]', 400, 'invalid_request'],
    ['a body nested beyond all use', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 400, 'body_too_deep'],
    ['a prototype', '{"__proto__":{"email":"x"}}', 400, 'malformed_json'],
  ])('of %s says so', async (_, body, status, code) => {
    const answer = await send('POST', '/api/registrations', body);
    expect(answer.json).toMatchObject({ status, code });
  });

  test('of a form says so: another site could send one', async () => {
    const form = await send('POST', '/api/sessions', 'email=a', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.json).toMatchObject({ status: 415, code: 'unsupported_media_type' });
    const plain = await send('POST', '/api/sessions', '{"email":"a"}', { 'content-type': 'text/plain' });
    expect(plain.status).toBe(415);
  });

  test('of an address that leads nowhere, or cannot be read, is a problem too', async () => {
    expect((await send('GET', '/api/nothing')).json).toMatchObject({ status: 404, code: 'no_such_route' });
    expect((await send('GET', '/api/me%')).json).toMatchObject({ status: 400, code: 'malformed_request' });
  });

  test('that is our fault has an id, which is in the log, and nothing of what was sent is', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query('alter table account rename column name to called');
    try {
      const { json } = await send('POST', '/api/registrations', amira);
      expect(json).toMatchObject({ status: 500, code: 'unexpected' });
      const line = heard.lines.find((each) => each.includes(String(json?.id)));
      expect(line).toContain('42703');
      expect(line).not.toContain('amira@');
    } finally {
      await owner.query('alter table account rename column called to name');
      await owner.end();
    }
  });
});

describe('the web app', () => {
  const browser = { accept: 'text/html,*/*' };

  test('answers at every address that is not of the api', async () => {
    for (const path of ['/', '/weeks', '/weeks/some-id?x=1']) {
      const page = await send('GET', path, undefined, browser);
      expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>Kontor</title>' });
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    }
    expect((await send('GET', '/api/nothing', undefined, browser)).status).toBe(404);
  });

  test('has files that are kept for ever, and no way out of its folder', async () => {
    const script = await send('GET', '/assets/app-4f2a.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await send('GET', '/assets/gone.js', undefined, browser)).status).toBe(404);
    const compressed = await send('GET', '/assets/large-9c1d.js', undefined, { 'accept-encoding': 'br' });
    expect(compressed.headers.get('content-encoding')).toBe('br');
    expect(compressed.text).toBe(LARGE_SCRIPT);
    expect((await send('GET', '/api/openapi.json')).headers.get('content-encoding')).toBeNull();
    for (const path of ['/..%2f..%2fetc%2fhosts.txt', '/%2e%2e/package.json', '/assets/..%5c..%5cpackage.json']) {
      expect((await send('GET', path)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

test('it describes itself, with requests and answers, on a page without inline script', async () => {
  const { json } = await send('GET', '/api/openapi.json');
  const paths = json?.paths as Record<string, Record<string, { requestBody?: unknown; responses: object }>>;
  expect(paths['/api/sessions']?.post?.requestBody).toBeDefined();
  expect(JSON.stringify(paths['/api/me']?.get?.responses)).toContain('emailVerified');
  const page = await send('GET', '/api/docs');
  expect(page.text).not.toMatch(/<script>(?!\s*<)/);
  expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
  for (const [, file] of page.text.matchAll(/(?:src|href)="\.\/(docs\/[^"]+)"/g)) {
    expect((await send('GET', `/api/${file}`)).status).toBe(200);
  }
});

test('it is healthy while its database is', async () => {
  expect(await send('GET', '/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } });
});
