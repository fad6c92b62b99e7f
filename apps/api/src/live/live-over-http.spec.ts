import { ManualClock } from '@app/kernel';
import { ConsoleLogger } from '@nestjs/common';
import { Client } from 'pg';

import { Arrange } from '../../../../test/support/arrange.ts';
import { testConfig } from '../../../../test/support/config.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
const EVENT = /event: changed\n(?:id: .*\n)?data: (.*)\n/;

let owner: Client;
let start: () => Promise<RunningApi>;
/** Two processes of the api on one database: what is done in one is heard in the other. */
let here: RunningApi;
let there: RunningApi;
let amira: string;
let marta: string;
let stranger: string;
let contractId: string;
const open: Stream[] = [];

beforeAll(async () => {
  const database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const log = new ConsoleLogger({ logLevels: ['error'] });
  start = () => startApi({ config: testConfig({ DATABASE_URL: database.url }), clock, log, port: 0 });
  [here, there] = [await start(), await start()];
  const client = await signUp('amira', { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' });
  const assistant = await signUp('marta');
  [amira, marta, stranger] = [client.cookie, assistant.cookie, (await signUp('stranger')).cookie];
  const parties = { client: { ...user(client.id), clientId: client.businessId }, assistant: user(assistant.id) };
  contractId = await new Arrange(owner, clock).contract(parties);
  await owner.query(
    `insert into client_standing (client_id, chargeable) values ($1, true)
                     on conflict (client_id) do update set chargeable = true`,
    [client.businessId],
  );
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});
afterAll(async () => {
  await here.stop();
  await there.stop();
  await owner.end();
});

const user = (userId: string) => ({
  kind: 'user' as const,
  userId,
  businesses: [],
  emailVerified: true,
  steppedUpAt: null,
});

async function signUp(name: string, business?: object) {
  const person = { email: `${name}@people.example`, password: 'a long walk by the fjord' };
  const made = await post('/registrations', undefined, { ...person, name, zone: 'Europe/Lisbon', business });
  const { accountId } = (await made.json()) as { accountId: string };
  const signedIn = await post('/sessions', undefined, person);
  const { businesses } = (await signedIn.json()) as { businesses: { id: string }[] };
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, id: accountId, businessId: businesses[0]?.id ?? '' };
}

function post(path: string, cookie: string | undefined, content: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), cookie: cookie ?? '' };
  return fetch(`${here.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(content) });
}

/** What a window hears. */
class Stream {
  #heard = '';

  private constructor(
    private readonly reader: ReadableStreamDefaultReader<string>,
    private readonly abort: AbortController,
  ) {}

  static async open(cookie: string, api = there): Promise<Stream> {
    const abort = new AbortController();
    const headers = { cookie, accept: 'text/event-stream' };
    const answer = await fetch(`${api.url}/api/live`, { headers, signal: abort.signal });
    if (!answer.body) throw new Error(`No stream: ${answer.status}`);
    const stream = new Stream(answer.body.pipeThrough(new TextDecoderStream()).getReader(), abort);
    open.push(stream);
    await stream.#until(/event: open/);
    return stream;
  }

  /** The features that the next signal names. */
  async next(): Promise<string[]> {
    const [, data = '{}'] = await this.#until(EVENT);
    return (JSON.parse(data) as { topics: string[] }).topics;
  }

  /** The end, told by the server. */
  async ends(): Promise<boolean> {
    for (;;) if ((await this.reader.read()).done) return true;
  }

  close(): void {
    this.abort.abort();
  }

  async #until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#heard);
      if (found) {
        this.#heard = this.#heard.slice(found.index + found[0].length);
        return found;
      }
      const { value, done } = await this.reader.read();
      if (done) throw new Error(`The stream ended after: ${this.#heard}`);
      this.#heard += value;
    }
  }
}

test('what an assistant does is heard by the client, in another process of the api', async () => {
  const [client, assistant] = [await Stream.open(amira), await Stream.open(marta)];
  const started = await post('/timer', marta, { contractId, note: 'Answered the mail' });
  expect(started.status).toBe(201);
  expect(await client.next()).toEqual(['timelog']);
  expect(await assistant.next()).toEqual(['timelog']);
});

test('a stranger hears nothing of it, and a refusal nobody', async () => {
  const [theirs, mine] = [await Stream.open(stranger), await Stream.open(amira)];
  expect((await post('/timer', marta, { contractId, note: '' })).status).toBe(400);
  await post('/contracts/' + contractId + '/ending', amira, {});
  expect(await mine.next()).toContain('hiring');
  // What a stranger hears first is what they did themselves, long after.
  await post('/businesses', stranger, { name: 'Alone', country: 'NO', zone: 'Europe/Oslo' });
  expect(await theirs.next()).toContain('identity');
});

test('it wants a session, and a window that listens', async () => {
  expect((await fetch(`${here.url}/api/live`, { headers: { accept: 'text/event-stream' } })).status).toBe(401);
  expect((await fetch(`${here.url}/api/live`, { headers: { cookie: amira } })).status).toBe(406);
});

test('a connection to the database that is cut comes back, and everybody looks again', async () => {
  const stream = await Stream.open(amira);
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
                      where application_name = 'kontor live' and datname = current_database()`);
  expect(await stream.next()).toBeNull();
  await post('/businesses', amira, { name: 'Second', country: 'NO', zone: 'Europe/Oslo' });
  expect(await stream.next()).toContain('identity');
});

test('it ends with the process', async () => {
  const short = await start();
  const stream = await Stream.open(amira, short);
  await short.stop();
  expect(await stream.ends()).toBe(true);
});
