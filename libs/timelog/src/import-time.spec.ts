import { readFileSync } from 'node:fs';

import { findViolations, hold } from '@app/database';
import { hiringEntities, HiringModule } from '@app/hiring';
import { Forbidden, NotFound, step, type User } from '@app/kernel';
import { profilesEntities, ProfilesModule } from '@app/profiles';
import { Client } from 'pg';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Entries, ImportTime, LogImport, LogTime, TimeImports, TimelogModule, type TimeImport } from './index.ts';

let platform: TestPlatform;
let marta: User;
let oslo: User & { clientId: string };
let forOslo: string;
let forBoston: string;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule, HiringModule, TimelogModule],
    entities: [...profilesEntities, ...hiringEntities],
    now: '2026-03-07T18:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  marta = await platform.arrange.assistant();
  oslo = await platform.arrange.client({ name: 'Fjord & Co' });
  const boston = await platform.arrange.client({ name: 'Harbor Books', zone: 'America/New_York' });
  const startedAt = new Date('2026-02-27T12:00:00Z');
  forOslo = await platform.arrange.contract({ client: oslo, assistant: marta, startedAt });
  forBoston = await platform.arrange.contract({ client: boston, assistant: marta, startedAt });
});
afterEach(() => step.onReached(() => undefined));
afterEach(async () => expect(hold(await findViolations(platform.db.reader, new Date(0)))).toBe(true));

const sample = (name: string) => readFileSync(`${import.meta.dirname}/import/samples/${name}.csv`, 'utf8');
const toggl = sample('toggl-detailed');
const header = toggl.split('\r\n', 1)[0]!;
const row = (start: string, end: string, note = 'Answered the mail') =>
  `Marta Reis,marta@reis.example,,,,${note},No,${start.replace(' ', ',')},${end.replace(' ', ',')},,,`;
let keys = 0;
const handsOver = (csv: string, more: Partial<TimeImport> = {}, key = `key-${(keys += 1)}-of-spec`, who = marta) =>
  platform
    .get(ImportTime)
    .run(who, { contractId: forOslo, fileName: 'march.csv', csv, zone: 'Europe/Lisbon', ...more }, key);
const previews = (csv: string, more: Partial<TimeImport> = {}) => handsOver(csv, { ...more, preview: true });
const worked = (importId: string | null) => platform.get(LogImport).run(importId ?? '');
const ofMarta = async (importId: string | null) =>
  (await platform.get(TimeImports).list(marta)).find(({ id }) => id === importId);
/** Handed over and worked on: what its assistant reads of it then. */
const imports = async (csv: string, more: Partial<TimeImport> = {}) => {
  const { value } = await handsOver(csv, more);
  await worked(value.importId);
  return ofMarta(value.importId);
};
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
const everything = () =>
  platform.get(Entries).list(marta, { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') });
const nothingLogged = async () => {
  const { rows } = await platform.owner.query(
    `select (select count(*)::int from time_entry) as entries, (select count(*)::int from time_entry_version) as versions,
            (select count(*)::int from contract_week) as weeks, (select count(*)::int from time_import where content is not null) as waiting`,
  );
  expect(rows).toEqual([{ entries: 0, versions: 0, weeks: 0, waiting: 0 }]);
};
/** A file of so many rows of twenty seconds each, end to end. */
const longFile = (rows: number, from: string) => {
  const clock = (seconds: number) =>
    new Date(Date.parse(from) + seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  return [header, ...Array.from({ length: rows }, (_, at) => row(clock(at * 20), clock(at * 20 + 20)))].join('\n');
};

test('a Toggl Track export becomes entries, counted in their week', async () => {
  const { value } = await handsOver(toggl);
  expect(value).toMatchObject({ seconds: 9_015 + 7_200 + 4_490, leftOut: [] });
  await worked(value.importId);
  const entries = await everything();
  expect(entries).toMatchObject([
    {
      source: 'import',
      importId: value.importId,
      start: new Date('2026-03-03T09:00:00Z'),
      note: 'Answered enquiries, sorted by urgency',
    },
    { note: 'Drafted posts:\n"Spring opening" and two more' },
    { note: 'Inbox: Replies: Zendesk' },
  ]);
  const { rows } = await platform.owner.query('select counted_seconds::int as counted from contract_week');
  expect(rows).toEqual([{ counted: value.seconds }]);
});

test('a preview reads and checks everything, and writes nothing', async () => {
  const { value } = await handsOver(toggl, { preview: true }, 'the-same-key-for-both');
  expect(value).toMatchObject({ importId: null, seconds: 20_705, entries: [{ line: 2 }, { line: 3 }, { line: 5 }] });
  await nothingLogged();
  expect(await platform.get(TimeImports).list(marta)).toEqual([]);
  expect((await handsOver(toggl, {}, 'the-same-key-for-both')).value.importId).not.toBeNull();
});

test('a file waits for a worker, and what it held is gone once it is logged', async () => {
  const { value } = await handsOver(toggl);
  expect(await platform.get(TimeImports).list(marta)).toMatchObject([
    {
      ...{ id: value.importId, contractId: forOslo, clientName: 'Fjord & Co', fileName: 'march.csv' },
      ...{ rows: 3, rowsDone: 0, state: 'waiting', askedAt: new Date('2026-03-07T18:00:00Z'), refusal: null },
    },
  ]);
  expect(await everything()).toEqual([]);
  platform.clock.moveTo(new Date('2026-03-07T18:00:02Z'));
  await worked(value.importId);
  expect(await ofMarta(value.importId)).toMatchObject({
    ...{ state: 'logged', rowsDone: 3, stateAt: new Date('2026-03-07T18:00:02Z') },
  });
  const { rows } = await platform.owner.query(`select content from time_import`);
  expect(rows).toEqual([{ content: null }]);
  expect(await platform.get(TimeImports).list(oslo)).toEqual([]);
});

test('the same request twice imports once, and a job that comes twice logs once', async () => {
  const first = await handsOver(toggl, {}, 'the-same-key');
  const again = await handsOver(toggl, {}, 'the-same-key');
  expect(again).toEqual({ ...first, repeated: true });
  await Promise.all([worked(first.value.importId), worked(first.value.importId)]);
  await worked(first.value.importId);
  expect(await everything()).toHaveLength(3);
  expect(await platform.get(TimeImports).list(marta)).toMatchObject([{ state: 'logged' }]);
});

test('of one file handed over twice at once, one is logged and the other says that its time is logged already', async () => {
  const ids = (await Promise.all([handsOver(toggl), handsOver(toggl)])).map(({ value }) => value.importId);
  await Promise.all(ids.map(worked));
  const both = await platform.get(TimeImports).list(marta);
  expect(both.map(({ state }) => state).toSorted()).toEqual(['logged', 'refused']);
  expect(both.find(({ state }) => state === 'refused')?.refusal).toMatchObject({
    code: 'csv_malformed',
    faults: [{ line: 2 }, { line: 3 }, { line: 5 }],
    more: 0,
  });
  expect(await everything()).toHaveLength(3);
});

test('time that is logged for another client is named by line, and nothing is imported', async () => {
  const { value } = await handsOver(toggl);
  const meanwhile = {
    contractId: forBoston,
    start: new Date('2026-03-04T09:30:00Z'),
    end: new Date('2026-03-04T11:00:00Z'),
  };
  await platform.get(LogTime).run(marta, { ...meanwhile, note: 'Newsletter for March' }, 'key-of-boston');
  const faults = [{ line: 5, column: 'Start time', message: expect.stringContaining('Harbor Books') }];
  expect(await refusal(previews(toggl))).toMatchObject({
    code: 'csv_malformed',
    faults: [{ field: 'csv' }],
    details: { faults },
  });
  await worked(value.importId);
  expect(await ofMarta(value.importId)).toMatchObject({
    ...{ state: 'refused', rowsDone: 0, refusal: { code: 'csv_malformed', faults } },
  });
  expect(await everything()).toHaveLength(1);
});

test.each([
  ['a contract that ended', 'contract_not_active', () => set('contract', `state = 'ended', ended_at = state_at`)],
  ['a client who owes', 'billing_hold', () => set('client_standing', `billing_hold_at = '2026-03-07T18:30:00Z'`)],
  ['a suspension', 'suspended', () => suspended()],
])('%s since the file was handed over refuses it by name', async (_, code, happens) => {
  const { value } = await handsOver(toggl);
  await happens();
  await worked(value.importId);
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'refused', refusal: { code } });
  await nothingLogged();
});
const set = (table: string, what: string) => platform.owner.query(`update ${table} set ${what}`);
const suspended = () =>
  platform.owner.query(`insert into person_standing (account_id, assisting_suspended_at) values ($1, $2)`, [
    marta.userId,
    platform.clock.now(),
  ]);

test('how far a long file has come is read while nothing of it stands yet', async () => {
  const other = await entryOfElsewhere('2026-03-03T03:20:00Z'); // In the way of the 601st row, and not committed.
  const { value } = await handsOver(longFile(1_000, '2026-03-03T00:00:00Z'), { zone: 'UTC' });
  const work = worked(value.importId);
  await waits(async () => (await ofMarta(value.importId))?.rowsDone === 500);
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'logging', rows: 1_000, rowsDone: 500 });
  expect(await everything()).toEqual([]);
  await other.query('rollback');
  await other.end();
  await work;
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'logged', rowsDone: 1_000 });
}, 30_000);

test('what the database refuses in a race is named by line when the queue tries again', async () => {
  const other = await entryOfElsewhere('2026-03-03T00:00:00Z');
  const { value } = await handsOver([header, row('2026-03-03 00:00:00', '2026-03-03 01:00:00')].join('\n'), {
    zone: 'UTC',
  });
  const work = refusal(worked(value.importId));
  await waits(async () => {
    const { rows } = await platform.owner.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%into time_entry%'`,
    );
    return rows.length > 0;
  });
  await other.query('commit');
  await other.end();
  expect(await work).toMatchObject({ driverError: { constraint: 'one_second_one_client' } });
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'logging' });
  await worked(value.importId);
  expect(await ofMarta(value.importId)).toMatchObject({
    ...{ state: 'refused', refusal: { faults: [{ line: 2, message: expect.stringContaining('Harbor Books') }] } },
  });
});

/** Twenty seconds for the other client, written by somebody whose transaction is still open. */
async function entryOfElsewhere(from: string): Promise<Client> {
  const start = new Date(from);
  const week = await platform.arrange.week({ contractId: forBoston, from: start, seconds: [], state: 'open' });
  const other = new Client(platform.config.env.DATABASE_URL);
  await other.connect();
  await other.query('begin');
  await other.query(
    `insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
     values (uuidv7(), $1, $2, $3, tstzrange($4, $4::timestamptz + interval '20 s'), 'Newsletter for March', 'manual', $4)`,
    [week, forBoston, marta.userId, start],
  );
  await other.query('update contract_week set counted_seconds = 20 where id = $1', [week]);
  return other;
}

async function waits(until: () => Promise<boolean>): Promise<void> {
  while (!(await until()));
}

test('a worker that dies in the middle leaves nothing, and the next one begins again', async () => {
  const { value } = await handsOver(toggl);
  step.onReached((name) => {
    if (name === 'import.half_logged') throw new Error('killed');
  });
  await expect(worked(value.importId)).rejects.toThrow('killed');
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'logging', refusal: null });
  expect(await everything()).toEqual([]);
  step.onReached(() => undefined);
  await worked(value.importId);
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'logged', rowsDone: 3 });
  expect(await everything()).toHaveLength(3);
});

test('a file that no worker survives is given up, and says so', async () => {
  const { value } = await handsOver(toggl);
  step.onReached((name) => {
    if (name === 'import.half_logged') throw new Error('killed');
  });
  for (let times = 0; times < 5; times += 1) await expect(worked(value.importId)).rejects.toThrow('killed');
  await worked(value.importId);
  expect(await ofMarta(value.importId)).toMatchObject({ state: 'refused', refusal: { code: 'import_given_up' } });
  await nothingLogged();
});

test.each([
  [
    'rows that overlap',
    [row('2026-03-03 09:00:00', '2026-03-03 11:00:00'), row('2026-03-03 10:00:00', '2026-03-03 12:00:00')],
    3,
  ],
  ['a row in the future', [row('2026-03-07 17:00:00', '2026-03-07 19:00:00')], 2],
  ['a row before the contract', [row('2026-02-27 09:00:00', '2026-02-27 10:00:00')], 2],
  ['a row in a closed week', [row('2026-02-27 13:00:00', '2026-02-27 14:00:00')], 2],
])('%s refuse the whole file, before it is handed over and after', async (_, rows, line) => {
  const csv = [header, ...rows].join('\n');
  const faults = [{ line, column: expect.any(String), message: expect.any(String) }];
  expect(await refusal(previews(csv))).toMatchObject({ code: 'csv_malformed', details: { faults } });
  expect(await imports(csv)).toMatchObject({ state: 'refused', refusal: { code: 'csv_malformed', faults } });
  await nothingLogged();
});

test.each([
  [
    'a row whose note says nothing',
    [row('2026-03-03 09:00:00', '2026-03-03 11:00:00'), row('2026-03-03 11:00:00', '2026-03-03 12:00:00', 'Mail')],
    3,
  ],
  ['a row that is no row', [row('2026-03-03 09:00:00', '2026-03-03 11:00:00'), 'Marta Reis'], 3],
])('%s is no file to hand over', async (_, rows, line) => {
  expect(await refusal(handsOver([header, ...rows].join('\n')))).toMatchObject({
    code: 'csv_malformed',
    details: { faults: [{ line, column: expect.any(String), message: expect.any(String) }] },
  });
  expect(await platform.get(TimeImports).list(marta)).toEqual([]);
});

test('two thousand rows are one import, over the edge of a week and over the limit', async () => {
  platform.clock.moveTo(new Date('2026-03-09T10:00:00Z')); // Oslo's week froze not yet: Monday, 11:00 there.
  await platform.owner.query('update contract set weekly_limit_minutes = 60');
  expect(await imports(longFile(2_000, '2026-03-08T22:00:00Z'), { zone: 'UTC' })).toMatchObject({ state: 'logged' });
  const { rows: weeks } = await platform.owner.query(
    'select counted_seconds::int as counted, over_limit_seconds::int as over from contract_week order by id',
  );
  expect(weeks).toEqual([
    { counted: 3_600, over: 0 },
    { counted: 3_600, over: 32_800 },
  ]);
  const { rows: told } = await platform.owner.query(
    `select (payload->'percent')::int as percent from event where type = 'limit.neared' order by percent`,
  );
  expect(told.map(({ percent }) => percent)).toEqual([80, 80, 95, 95, 100, 100]);
}, 20_000);

test('a week that closes before a worker comes refuses the file, line by line', async () => {
  const { value } = await handsOver(toggl);
  platform.clock.moveTo(new Date('2026-03-09T11:00:00Z'));
  await worked(value.importId);
  const closed = (line: number) => ({ line, column: 'Start time', message: 'is in a week that is closed' });
  expect(await ofMarta(value.importId)).toMatchObject({
    ...{ state: 'refused', refusal: { code: 'csv_malformed', faults: [closed(2), closed(3), closed(5)], more: 0 } },
  });
  await nothingLogged();
});

test('strangers find no contract, clients may not import, and the zone must be one', async () => {
  const stranger = await platform.arrange.assistant();
  expect(await refusal(handsOver(toggl, {}, 'key-of-stranger', stranger))).toBeInstanceOf(NotFound);
  expect(await refusal(handsOver(toggl, {}, 'key-of-client', oslo))).toBeInstanceOf(Forbidden);
  expect(await refusal(handsOver(toggl, { zone: 'Lisbon' }))).toMatchObject({ faults: [{ field: 'zone' }] });
  await nothingLogged();
});

test('a Clockify export is imported without its breaks', async () => {
  platform.clock.moveTo(new Date('2026-03-20T10:00:00Z'));
  const { value } = await handsOver(sample('clockify-detailed'));
  expect(value).toMatchObject({ leftOut: [{ line: 3 }], seconds: 11_700 + 4_530 });
  await worked(value.importId);
  expect(await everything()).toHaveLength(2);
});
