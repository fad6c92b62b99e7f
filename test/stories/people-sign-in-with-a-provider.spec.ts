import { ManualClock } from '@app/kernel';
import type { LoggerService } from '@nestjs/common';
import { Client } from 'pg';

import { type RunningApi, startApi } from '../../apps/api/src/start-api.ts';
import { testConfig } from '../support/config.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { CLIENT, type KnownThere, LocalProvider } from '../support/oidc-provider.ts';

const HOME = 'http://localhost:4280';
const BACK = `${HOME}/sign-in/provider`;
const PASSWORD = 'a long walk by the fjord';
const ZONE = 'Europe/Oslo';
const MINUTE_MS = 60_000;
const amira: KnownThere = { subject: 'amira-there', email: 'amira@fjord.example', emailVerified: true, name: 'Amira' };

class Heard implements LoggerService {
  readonly lines: string[] = [];
  log(message: unknown): void {
    this.lines.push(JSON.stringify(message));
  }
  warn = this.log.bind(this);
  error = this.log.bind(this);
  debug = this.log.bind(this);
}

const heard = new Heard();
const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
let database: TestDatabase;
let owner: Client;
let there: LocalProvider;
let api: RunningApi;

beforeAll(async () => {
  database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  there = await LocalProvider.start(BACK);
  api = await start({ OIDC_ISSUER: there.issuer });
});
afterAll(async () => {
  await api.stop();
  await there.stop();
  await owner.end();
});
beforeEach(async () => {
  await database.reset();
  there.signsIn(amira);
});

const start = (over: Record<string, string>) =>
  startApi({
    config: testConfig({
      ...{ DATABASE_URL: database.url, PUBLIC_URL: HOME },
      ...{ OIDC_NAME: 'Fjord ID', OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret, ...over },
    }),
    clock,
    log: heard,
    port: 0,
  });

interface Said {
  readonly status: number;
  readonly json: Record<string, unknown> | undefined;
}

/** Somebody at a browser of their own. */
class Browser {
  readonly #jar = new Map<string, string>();

  constructor(private readonly at = api) {}

  async send(method: string, path: string, body?: object): Promise<Said> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${this.at.url}/api${path}`, {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      this.#jar.set(name, value);
    }
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
  }

  /** To the provider and back: the query that the browser brings home. */
  async goesThere(
    path = '/sign-in-providers/oidc/trips',
    body: object = { zone: ZONE, language: 'sv' },
  ): Promise<string> {
    const { status, json } = await this.send('POST', path, body);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`);
    return (await there.visit(String(json?.url))).search;
  }

  comesBack = (answer: string) => this.send('POST', '/provider-sign-ins', { answer });
  linksTo = (answer: string) => this.send('POST', '/me/provider-logins', { answer });
  signsIn = async () => this.comesBack(await this.goesThere());
  signsInAsEver = () => this.send('POST', '/sessions', { email: amira.email, password: PASSWORD });
  goesToLink = () => this.goesThere('/me/provider-logins/trips', { provider: 'oidc', zone: ZONE });
  me = () => this.send('GET', '/me');
  logins = async () => (await this.send('GET', '/me/provider-logins')).json as unknown as { logins: { id: string }[] };
}

async function registered(): Promise<Browser> {
  const browser = new Browser();
  await browser.send('POST', '/registrations', { email: amira.email, password: PASSWORD, name: 'Amira', zone: ZONE });
  await browser.signsInAsEver();
  return browser;
}

const passes = (ms: number) => clock.moveTo(new Date(clock.now().getTime() + ms));
const count = async (table: string) =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

describe('somebody new', () => {
  test('is offered the providers that there are, and comes in with an account and a verified address', async () => {
    const browser = new Browser();
    expect((await browser.send('GET', '/sign-in-providers')).json).toEqual([{ id: 'oidc', name: 'Fjord ID' }]);
    expect(await browser.signsIn()).toMatchObject({
      status: 201,
      json: { email: amira.email, name: 'Amira', zone: ZONE, language: 'sv', emailVerified: true },
    });
    expect((await browser.me()).status).toBe(200);
  });

  test('comes in to the same account ever after, whatever becomes of the address there', async () => {
    const first = (await new Browser().signsIn()).json;
    there.signsIn({ ...amira, email: 'amira@hills.example', emailVerified: false });
    const again = await new Browser().signsIn();
    expect(again).toMatchObject({ status: 201, json: { id: first?.id, email: amira.email } });
    expect(await count('account')).toBe(1);
  });

  test('has no password: none lets them in, and they cannot give up the only way they have', async () => {
    const browser = new Browser();
    await browser.signsIn();
    expect((await new Browser().signsInAsEver()).json).toMatchObject({ status: 401, code: 'wrong_credentials' });
    const { logins } = await browser.logins();
    const refused = await browser.send('DELETE', `/me/provider-logins/${logins[0]?.id}`);
    expect(refused.json).toMatchObject({ status: 409, code: 'last_way_in' });
    expect((await browser.logins()).logins).toHaveLength(1);
  });

  test('is asked for no password: they sign in again as they came, and may do then what wants that', async () => {
    const browser = new Browser();
    await browser.signsIn();
    passes(11 * MINUTE_MS);
    const token = { name: 'Sheets', scopes: ['time:read'], days: 90 };
    expect((await browser.send('POST', '/api-tokens', token)).json).toMatchObject({ code: 'step_up_required' });
    expect((await browser.send('GET', '/me/second-factors')).json).toMatchObject({ stepUpBy: ['provider'] });
    expect((await browser.signsIn()).status).toBe(201);
    expect((await browser.send('POST', '/api-tokens', token)).status).toBe(201);
  });

  test('may come in by a passkey alone, and keeps one of the two', async () => {
    const browser = new Browser();
    const account = String((await browser.signsIn()).json?.id);
    await owner.query(
      `insert into passkey (id, account_id, credential_id, public_key, counter, transports, name, is_synced, created_at)
       values ($1, $1, 'a credential', '\\x00', 0, '{}', 'Laptop', true, $2)`,
      [account, clock.now()],
    );
    expect((await browser.send('GET', '/me/second-factors')).json).toMatchObject({ stepUpBy: ['passkey', 'provider'] });
    const { logins } = await browser.logins();
    expect((await browser.send('DELETE', `/me/provider-logins/${logins[0]?.id}`)).status).toBe(204);
    const refused = await browser.send('DELETE', `/me/passkeys/${account}`);
    expect(refused.json).toMatchObject({ status: 409, code: 'last_way_in' });
  });

  test('whose address the provider does not vouch for gets no account, whether it has one or not', async () => {
    there.signsIn({ ...amira, emailVerified: false });
    const unknown = await new Browser().signsIn();
    expect(unknown.json).toMatchObject({ status: 403, code: 'provider_email_unverified' });
    expect(await count('account')).toBe(0);
    await registered();
    expect((await new Browser().signsIn()).json).toEqual(unknown.json);
  });

  test('of ten who come at once with one address, all reach one account or are asked to prove it', async () => {
    const trips = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const browser = new Browser();
        return { browser, answer: await browser.goesThere() };
      }),
    );
    const outcomes = await Promise.all(trips.map(({ browser, answer }) => browser.comesBack(answer)));
    expect(outcomes.map(({ status }) => status).filter((status) => status !== 201 && status !== 202)).toEqual([]);
    expect(await count('account')).toBe(1);
    expect(await count('provider_login')).toBe(1);
  });
});

describe('the way back', () => {
  test('works once, also of ten at once', async () => {
    const browser = new Browser();
    const answer = await browser.goesThere();
    const uses = await Promise.all(Array.from({ length: 10 }, () => browser.comesBack(answer)));
    expect(uses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array<number>(9).fill(400)]);
    expect(await count('session')).toBe(1);
    expect((await browser.comesBack(answer)).json).toMatchObject({ code: 'provider_trip_not_valid' });
  });

  test('wants the state that was sent along, and the browser that set out', async () => {
    const browser = new Browser();
    const answer = new URLSearchParams(await browser.goesThere());
    const code = answer.get('code') ?? '';
    const wrong = async (query: URLSearchParams, by = browser) =>
      expect((await by.comesBack(query.toString())).json).toMatchObject({
        status: 400,
        code: 'provider_trip_not_valid',
      });
    await wrong(new URLSearchParams({ code }));
    await wrong(new URLSearchParams({ code, state: 'made up' }));
    await wrong(answer, new Browser());
    const mallory = new Browser();
    await mallory.goesThere();
    await wrong(answer, mallory);
    expect(await count('session')).toBe(0);
    expect((await browser.comesBack(answer.toString())).status).toBe(201);
  });

  test('wants the code that belongs to this trip: another of the same browser does not fit', async () => {
    const browser = new Browser();
    const [first, second] = [await browser.goesThere(), await browser.goesThere()].map((q) => new URLSearchParams(q));
    first?.set('code', second?.get('code') ?? '');
    expect((await browser.comesBack(String(first))).json).toMatchObject({ code: 'provider_trip_not_valid' });
  });

  test('is closed after ten minutes', async () => {
    const browser = new Browser();
    const answer = await browser.goesThere();
    passes(10 * MINUTE_MS);
    expect((await browser.comesBack(answer)).json).toMatchObject({ code: 'provider_trip_not_valid' });
  });

  test('with a no from there says so, and is over', async () => {
    const browser = new Browser();
    const state = new URLSearchParams(await browser.goesThere()).get('state') ?? '';
    const no = new URLSearchParams({ error: 'access_denied', state, iss: there.issuer }).toString();
    expect((await browser.comesBack(no)).json).toMatchObject({ status: 409, code: 'provider_declined' });
    expect((await browser.comesBack(no)).json).toMatchObject({ code: 'provider_trip_not_valid' });
  });

  test('leads nobody in who is suspended', async () => {
    await new Browser().signsIn();
    await owner.query('update account set suspended_at = created_at');
    expect((await new Browser().signsIn()).json).toMatchObject({ status: 403, code: 'account_suspended' });
  });
});

describe('an account that has the address already', () => {
  test('is not taken over: it is linked once its owner has signed in as ever', async () => {
    await registered();
    const browser = new Browser();
    const offered = await browser.signsIn();
    expect(offered).toMatchObject({ status: 202, json: { offered: { id: 'oidc', name: 'Fjord ID' } } });
    expect((await browser.me()).status).toBe(401);
    expect((await browser.send('POST', '/me/provider-offers/acceptance')).status).toBe(401);
    expect(await count('provider_login')).toBe(0);

    await browser.signsInAsEver();
    expect((await browser.send('POST', '/me/provider-offers/acceptance')).status).toBe(204);
    const again = await browser.send('POST', '/me/provider-offers/acceptance');
    expect(again.json).toMatchObject({ code: 'provider_trip_not_valid' });
    expect((await new Browser().signsIn()).status).toBe(201);
  });

  test('is not linked by somebody else who signs in at that browser, nor long after', async () => {
    await registered();
    const browser = new Browser();
    await browser.signsIn();
    const mallory = { email: 'mallory@fjord.example', password: PASSWORD };
    await browser.send('POST', '/registrations', { ...mallory, name: 'Mallory', zone: ZONE });
    await browser.send('POST', '/sessions', mallory);
    const refused = await browser.send('POST', '/me/provider-offers/acceptance');
    expect(refused.json).toMatchObject({ code: 'provider_trip_not_valid' });
    passes(10 * MINUTE_MS);
    await browser.signsInAsEver();
    const late = await browser.send('POST', '/me/provider-offers/acceptance');
    expect(late.json).toMatchObject({ code: 'provider_trip_not_valid' });
    expect(await count('provider_login')).toBe(0);
  });

  test('can be linked from its settings by whoever has just shown who they are, and unlinked', async () => {
    const browser = await registered();
    there.signsIn({ ...amira, subject: 'amira-at-work', email: 'amira@work.example' });
    expect((await browser.linksTo(await browser.goesToLink())).status).toBe(204);
    expect(await new Browser().signsIn()).toMatchObject({ status: 201, json: { email: amira.email } });

    const { logins } = await browser.logins();
    expect(logins).toMatchObject([{ provider: 'oidc', name: 'Fjord ID', email: 'amira@work.example' }]);
    expect((await browser.send('DELETE', `/me/provider-logins/${logins[0]?.id}`)).status).toBe(204);
    expect((await new Browser().signsIn()).json).toMatchObject({ email: 'amira@work.example' });
  });

  test('is not linked at a screen left open, nor by a trip that somebody else began', async () => {
    const browser = await registered();
    const begun = await browser.goesToLink();
    expect((await browser.comesBack(begun)).json).toMatchObject({ code: 'provider_trip_not_valid' });
    const signingIn = await browser.goesThere();
    expect((await browser.linksTo(signingIn)).json).toMatchObject({ code: 'provider_trip_not_valid' });
    passes(11 * MINUTE_MS);
    const late = await browser.send('POST', '/me/provider-logins/trips', { provider: 'oidc', zone: ZONE });
    expect(late.json).toMatchObject({ status: 403, code: 'step_up_required' });
  });

  test('cannot have what leads into another account', async () => {
    await new Browser().signsIn();
    const other = { email: 'mallory@fjord.example', password: PASSWORD };
    const browser = new Browser();
    await browser.send('POST', '/registrations', { ...other, name: 'Mallory', zone: ZONE });
    await browser.send('POST', '/sessions', other);
    const taken = await browser.linksTo(await browser.goesToLink());
    expect(taken.json).toMatchObject({ status: 409, code: 'provider_login_taken' });
  });
});

test('with a second factor turned on, the word of a provider is the first and no more', async () => {
  await new Browser().signsIn();
  await owner.query(
    `insert into totp (account_id, secret, created_at, confirmed_at, last_step) select id, '\\x00', created_at, created_at, 0 from account`,
  );
  const browser = new Browser();
  expect(await browser.signsIn()).toMatchObject({ status: 202, json: { wants: ['totp'] } });
  expect((await browser.me()).status).toBe(401);
});

test('a provider that does not answer is said to be down, before and on the way back, and nobody comes in', async () => {
  const gone = await LocalProvider.start(BACK);
  const lonely = await start({ OIDC_ISSUER: gone.issuer });
  try {
    const browser = new Browser(lonely);
    const { json } = await browser.send('POST', '/sign-in-providers/oidc/trips', { zone: ZONE });
    const answer = (await gone.visit(String(json?.url))).search;
    await gone.stop();
    expect((await browser.comesBack(answer)).json).toMatchObject({ status: 409, code: 'provider_unreachable' });
    const fresh = await start({ OIDC_ISSUER: gone.issuer });
    const refused = await new Browser(fresh).send('POST', '/sign-in-providers/oidc/trips', { zone: ZONE });
    await fresh.stop();
    expect(refused.json).toMatchObject({ status: 409, code: 'provider_unreachable' });
    expect(await count('session')).toBe(0);
  } finally {
    await lonely.stop();
  }
});

test('nobody is offered a provider that is not configured', async () => {
  const plain = await startApi({ config: testConfig({ DATABASE_URL: database.url }), clock, log: heard, port: 0 });
  try {
    const browser = new Browser(plain);
    expect((await browser.send('GET', '/sign-in-providers')).json).toEqual([]);
    const refused = await browser.send('POST', '/sign-in-providers/oidc/trips', { zone: ZONE });
    expect(refused.json).toMatchObject({ status: 404, code: 'provider_not_found' });
  } finally {
    await plain.stop();
  }
});

test('what was on its way lies nowhere: not in the database, not in the log', async () => {
  const browser = new Browser();
  const answer = new URLSearchParams(await browser.goesThere());
  await browser.comesBack(answer.toString());
  const { rows } = await owner.query<{ all: string }>(
    `select (select string_agg(t::text, ' ') from provider_attempt t) || (select string_agg(e::text, ' ') from audit_entry e) as all`,
  );
  for (const secret of [answer.get('state'), answer.get('code'), CLIENT.secret, amira.email]) {
    expect(rows[0]?.all).not.toContain(secret);
    expect(heard.lines.join('\n')).not.toContain(secret);
  }
});
