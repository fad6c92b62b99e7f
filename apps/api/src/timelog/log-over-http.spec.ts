import { readFileSync } from 'node:fs';

import { ManualClock } from '@app/kernel';
import {
  EntryVersionViews,
  TimeEntryViews,
  TimeImported,
  TimeImportViews,
  TimeLogged,
  TimerStarted,
  TimerView,
  WeekDetail,
  WeekViews,
} from '@app/wire/timelog';
import { ConsoleLogger } from '@nestjs/common';
import { Client } from 'pg';

import { testConfig } from '../../../../test/support/config.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { type RunningApi, startApi } from '../start-api.ts';

const clock = new ManualClock(new Date('2026-03-02T09:00:00Z'));
const sample = new URL('../../../../libs/timelog/src/import/samples/toggl-detailed.csv', import.meta.url);

let owner: Client;
let api: RunningApi;
/** What the people of this spec send with every request. */
let amira: string;
let marta: string;
let stranger: string;
let contractId: string;

beforeAll(async () => {
  const database = await testDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const log = new ConsoleLogger({ logLevels: ['error'] });
  api = await startApi({ config: testConfig({ DATABASE_URL: database.url }), clock, log, port: 0 });
  const client = await signUp('amira', { name: 'Fjord & Co', country: 'NO', zone: 'Europe/Oslo' });
  const assistant = await signUp('marta');
  [amira, marta, stranger] = [client.cookie, assistant.cookie, (await signUp('stranger')).cookie];
  contractId = await contractOf(client.businessId, client.id, assistant.id);
});
afterAll(async () => {
  await api.stop();
  await owner.end();
});

async function signUp(name: string, business?: object) {
  const person = { email: `${name}@people.example`, password: 'a long walk by the fjord' };
  const made = await send('POST', '/registrations', undefined, { ...person, name, zone: 'Europe/Lisbon', business });
  const signedIn = await send('POST', '/sessions', undefined, person);
  const [membership] = signedIn.body.businesses as { id: string }[];
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, id: String(made.body.accountId), businessId: membership?.id ?? '' };
}

async function contractOf(businessId: string, offeredBy: string, assistantId: string): Promise<string> {
  await owner.query(
    `insert into client_standing (client_id, chargeable) values ($1, true)
     on conflict (client_id) do update set chargeable = true`,
    [businessId],
  );
  const { rows } = await owner.query<{ id: string }>(
    `insert into contract (id, client_id, assistant_id, title, rate_cents, weekly_limit_minutes, client_fee_bp, assistant_fee_bp,
                           offered_by, offered_at, offer_expires_at, started_at, state, state_at)
     values (uuidv7(), $1, $2, 'Inbox', 1850, 1200, 1000, 0, $3, $4, $4::timestamptz + interval '7 days', $4, 'active', $4)
     returning id`,
    [businessId, assistantId, offeredBy, clock.now()],
  );
  return rows[0]?.id ?? '';
}

async function send(method: string, path: string, cookie?: string, content?: object, key?: string) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: {
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
  };
}

/** The tests are one week of Marta's: each goes on where the one before it ended. */
const comes = (instant: string) => clock.moveTo(new Date(instant));
const worked = (start: string, end: string) => ({ contractId, start, end, note: 'Answered the mail' });

test('before the first second both sides see the week that has begun', async () => {
  for (const who of [amira, marta]) {
    const [week] = WeekViews.parse((await send('GET', '/weeks?which=current', who)).body);
    expect(week).toMatchObject({
      contractId,
      start: '2026-03-01T23:00:00.000Z',
      end: '2026-03-08T23:00:00.000Z',
      freezesAt: '2026-03-09T11:00:00.000Z',
      reviewEndsAt: '2026-03-13T23:00:00.000Z',
      worthCents: 0,
      can: { log: who === marta, approve: false },
    });
    const detail = await send('GET', `/weeks/${week?.id}`, who);
    expect(WeekDetail.parse(detail.body).entries).toEqual([]);
  }
  expect((await send('GET', '/weeks', stranger)).body).toEqual([]);
});

test('the timer is started once, shown, switched and stopped', async () => {
  const timer = { contractId, note: 'Inbox of the week-end' };
  const first = await send('POST', '/timer', marta, timer, 'timer-one');
  const again = await send('POST', '/timer', marta, timer, 'timer-one');
  expect([first.status, first.headers.get('idempotency-hit'), again.headers.get('idempotency-hit')]).toEqual([
    201,
    null,
    'true',
  ]);
  expect(again.body).toEqual(first.body);
  expect(await send('POST', '/timer', marta, timer, 'timer-two')).toMatchObject({
    status: 409,
    body: { code: 'timer_running' },
  });
  comes('2026-03-02T10:00:00Z');
  const switched = TimerStarted.parse(
    (await send('PUT', '/timer', marta, { ...timer, note: 'Calls to suppliers' }, 'timer-three')).body,
  );
  expect(switched.running).toMatchObject({ start: '2026-03-02T10:00:00.000Z', end: null, clientName: 'Fjord & Co' });
  expect(TimerView.parse((await send('GET', '/timer', marta)).body).running?.id).toBe(switched.running?.id);
  comes('2026-03-02T10:30:00Z');
  const [running] = WeekViews.parse((await send('GET', '/weeks', amira)).body);
  expect(running).toMatchObject({
    worthCents: 27_75,
    clientTotalCents: 30_53,
    runningSince: '2026-03-02T10:00:00.000Z',
  });
  const stopped = TimeLogged.parse((await send('DELETE', '/timer', marta)).body);
  expect(stopped.entries).toMatchObject([{ start: '2026-03-02T10:00:00.000Z', end: '2026-03-02T10:30:00.000Z' }]);
  expect((await send('DELETE', '/timer', marta)).status).toBe(404);
});

test('time is logged by hand, listed, changed, and its history read by the client', async () => {
  const body = worked('2026-03-02T06:00:00Z', '2026-03-02T07:00:00Z');
  expect((await send('POST', '/time-entries', marta, body)).body).toMatchObject({
    errors: [{ field: 'Idempotency-Key' }],
  });
  expect((await send('POST', '/time-entries', marta, { ...body, start: '2026-03-02T08:00' }, 'entry-one')).status).toBe(
    400,
  );
  await owner.query(`update contract set started_at = '2026-03-01T12:00Z' where id = $1`, [contractId]);
  const logged = TimeLogged.parse((await send('POST', '/time-entries', marta, body, 'entry-one')).body);
  const id = logged.entries[0]?.id;
  const change = { end: '2026-03-02T07:30:00Z', reason: 'forgot the calls' };
  expect((await send('PATCH', `/time-entries/${id}`, marta, change)).status).toBe(200);
  expect((await send('PATCH', `/time-entries/${id}`, amira, change)).status).toBe(403);
  expect((await send('PATCH', `/time-entries/${id}`, stranger, change)).status).toBe(404);
  const day = '/time-entries?from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z';
  const mine = TimeEntryViews.parse((await send('GET', day, marta)).body);
  const theirs = TimeEntryViews.parse((await send('GET', day, amira)).body);
  expect(mine.map(({ can }) => can.change)).toEqual([true, true, true]);
  expect(theirs.map(({ can }) => can.change)).toEqual([false, false, false]);
  expect((await send('GET', day, stranger)).body).toEqual([]);
  expect((await send('GET', '/time-entries?from=2026-03-03T00:00:00Z&to=2026-03-02T00:00:00Z', marta)).status).toBe(
    400,
  );
  const versions = EntryVersionViews.parse((await send('GET', `/time-entries/${id}/versions`, amira)).body);
  expect(versions).toMatchObject([
    { change: 'logged', by: 'marta', before: null },
    { change: 'edited', before: { end: '2026-03-02T07:00:00.000Z' }, reason: 'forgot the calls' },
  ]);
  expect((await send('DELETE', `/time-entries/${id}`, marta)).status).toBe(204);
  expect((await send('GET', `/time-entries/${id}/versions`, stranger)).status).toBe(404);
});

test('an overlap is a problem with choices, and the choice that is sent is made', async () => {
  const body = worked('2026-03-02T08:30:00Z', '2026-03-02T09:30:00Z');
  const refused = await send('POST', '/time-entries', marta, body, 'entry-two');
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: 'time_overlap',
      choices: ['trim_new', 'trim_old'],
      overlaps: [{ clientName: 'Fjord & Co', start: '2026-03-02T09:00:00.000Z', end: '2026-03-02T10:00:00.000Z' }],
    },
  });
  const trimmed = await send('POST', '/time-entries', marta, { ...body, onOverlap: 'trim_new' }, 'entry-three');
  expect(TimeLogged.parse(trimmed.body).entries).toMatchObject([{ end: '2026-03-02T09:00:00.000Z' }]);
});

test('a file is previewed, refused with line and column, and handed over once', async () => {
  comes('2026-03-05T18:00:00Z');
  const file = { contractId, fileName: 'toggl.csv', csv: readFileSync(sample, 'utf8'), zone: 'Europe/Lisbon' };
  const preview = TimeImported.parse(
    (await send('POST', '/time-imports', marta, { ...file, preview: true }, 'import-one')).body,
  );
  expect(preview).toMatchObject({ importId: null, rows: 3, seconds: 20_705 });
  const broken = await send(
    'POST',
    '/time-imports',
    marta,
    { ...file, csv: file.csv.replace('09:00:00', 'nine') },
    'import-two',
  );
  expect(broken).toMatchObject({
    status: 400,
    body: {
      code: 'csv_malformed',
      errors: [{ field: 'csv', message: expect.stringContaining('Line 2, Start time') }],
      faults: [{ line: 2, column: 'Start time' }],
    },
  });
  const handedOver = await send('POST', '/time-imports', marta, file, 'import-one');
  const again = await send('POST', '/time-imports', marta, file, 'import-one');
  expect([handedOver.status, again.headers.get('idempotency-hit')]).toEqual([201, 'true']);
  expect(again.body).toEqual(handedOver.body);
  const waiting = TimeImportViews.parse((await send('GET', '/time-imports', marta)).body);
  expect(waiting).toMatchObject([
    { id: TimeImported.parse(handedOver.body).importId, fileName: 'toggl.csv', state: 'waiting', rows: 3, rowsDone: 0 },
  ]);
  expect((await send('GET', '/time-imports', amira)).body).toEqual([]);
});
