import { readFileSync } from 'node:fs';

import { findViolations, hold } from '@app/database';
import { hiringEntities, HiringModule } from '@app/hiring';
import { Forbidden, NotFound, type User } from '@app/kernel';
import { profilesEntities, ProfilesModule } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Entries, ImportTime, LogTime, TimeImports, TimelogModule, type TimeImport } from './index.ts';

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
afterEach(async () => expect(hold(await findViolations(platform.db.reader, platform.clock.now()))).toBe(true));

const sample = (name: string) => readFileSync(`${import.meta.dirname}/import/samples/${name}.csv`, 'utf8');
const toggl = sample('toggl-detailed');
const header = toggl.split('\r\n', 1)[0]!;
const row = (start: string, end: string, note = 'Answered the mail') =>
  `Marta Reis,marta@reis.example,,,,${note},No,${start.replace(' ', ',')},${end.replace(' ', ',')},,,`;
let keys = 0;
const imports = (csv: string, more: Partial<TimeImport> = {}, key = `key-${(keys += 1)}-of-spec`, who = marta) =>
  platform
    .get(ImportTime)
    .run(who, { contractId: forOslo, fileName: 'march.csv', csv, zone: 'Europe/Lisbon', ...more }, key);
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
const everything = () =>
  platform.get(Entries).list(marta, { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') });
const nothingWritten = async () => {
  const { rows } = await platform.owner.query(
    `select (select count(*)::int from time_entry) as entries, (select count(*)::int from time_import) as imports,
            (select count(*)::int from time_entry_version) as versions, (select count(*)::int from contract_week) as weeks`,
  );
  expect(rows).toEqual([{ entries: 0, imports: 0, versions: 0, weeks: 0 }]);
};

test('a Toggl Track export becomes entries, counted in their week', async () => {
  const { value } = await imports(toggl);
  expect(value).toMatchObject({ seconds: 9_015 + 7_200 + 4_490, leftOut: [] });
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
  const { value } = await imports(toggl, { preview: true }, 'the-same-key-for-both');
  expect(value).toMatchObject({ importId: null, seconds: 20_705, entries: [{ line: 2 }, { line: 3 }, { line: 5 }] });
  await nothingWritten();
  expect((await imports(toggl, {}, 'the-same-key-for-both')).value.importId).not.toBeNull();
});

test('whoever left meanwhile finds the file among their imports, and nobody else does', async () => {
  const { value } = await imports(toggl);
  expect(await platform.get(TimeImports).list(marta)).toMatchObject([
    {
      id: value.importId,
      contractId: forOslo,
      clientName: 'Fjord & Co',
      fileName: 'march.csv',
      rows: 3,
      importedAt: new Date('2026-03-07T18:00:00Z'),
    },
  ]);
  await refusal(imports(toggl, { fileName: 'again.csv' }));
  expect(await platform.get(TimeImports).list(marta)).toHaveLength(1);
  expect(await platform.get(TimeImports).list(oslo)).toEqual([]);
});

test('the same request twice imports once', async () => {
  const first = await imports(toggl, {}, 'the-same-key');
  const again = await imports(toggl, {}, 'the-same-key');
  expect(again).toEqual({ ...first, repeated: true });
  expect(await everything()).toHaveLength(3);
});

test('the same file twice is refused: its time is logged already', async () => {
  await imports(toggl);
  expect(await refusal(imports(toggl))).toMatchObject({ details: { faults: [{ line: 2 }, { line: 3 }, { line: 5 }] } });
  expect(await everything()).toHaveLength(3);
});

test('time that is logged for another client is named by line, and nothing is imported', async () => {
  const worked = {
    contractId: forBoston,
    start: new Date('2026-03-04T09:30:00Z'),
    end: new Date('2026-03-04T11:00:00Z'),
  };
  await platform.get(LogTime).run(marta, { ...worked, note: 'Newsletter for March' }, 'key-of-boston');
  expect(await refusal(imports(toggl))).toMatchObject({
    code: 'csv_malformed',
    faults: [{ field: 'csv' }],
    details: { faults: [{ line: 5, column: 'Start time', message: expect.stringContaining('Harbor Books') }] },
  });
  expect(await everything()).toHaveLength(1);
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
  [
    'a row whose note says nothing',
    [row('2026-03-03 09:00:00', '2026-03-03 11:00:00'), row('2026-03-03 11:00:00', '2026-03-03 12:00:00', 'Mail')],
    3,
  ],
  ['a row that is no row', [row('2026-03-03 09:00:00', '2026-03-03 11:00:00'), 'Marta Reis'], 3],
])('%s refuse the whole file', async (_, rows, line) => {
  expect(await refusal(imports([header, ...rows].join('\n')))).toMatchObject({
    code: 'csv_malformed',
    details: { faults: [{ line, column: expect.any(String), message: expect.any(String) }] },
  });
  await nothingWritten();
});

test('two thousand rows are one import, over the edge of a week and over the limit', async () => {
  platform.clock.moveTo(new Date('2026-03-09T10:00:00Z')); // Oslo's week froze not yet: Monday, 11:00 there.
  const from = new Date('2026-03-08T22:00:00Z').getTime();
  const clock = (seconds: number) => new Date(from + seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  const rows = Array.from({ length: 2_000 }, (_, index) => row(clock(index * 20), clock(index * 20 + 20)));
  await platform.owner.query('update contract set weekly_limit_minutes = 60');
  const { value } = await imports([header, ...rows].join('\n'), { zone: 'UTC' });
  expect(value).toMatchObject({ seconds: 40_000 });
  const { rows: weeks } = await platform.owner.query(
    'select counted_seconds::int as counted, over_limit_seconds::int as over from contract_week order by id',
  );
  expect(weeks).toEqual([
    { counted: 3_600, over: 0 },
    { counted: 3_600, over: 32_800 },
  ]);
}, 20_000);

test('strangers find no contract, clients may not import, and the zone must be one', async () => {
  const stranger = await platform.arrange.assistant();
  expect(await refusal(imports(toggl, {}, 'key-of-stranger', stranger))).toBeInstanceOf(NotFound);
  expect(await refusal(imports(toggl, {}, 'key-of-client', oslo))).toBeInstanceOf(Forbidden);
  expect(await refusal(imports(toggl, { zone: 'Lisbon' }))).toMatchObject({ faults: [{ field: 'zone' }] });
  await nothingWritten();
});

test('a Clockify export is imported without its breaks', async () => {
  platform.clock.moveTo(new Date('2026-03-20T10:00:00Z'));
  const { value } = await imports(sample('clockify-detailed'));
  expect(value).toMatchObject({ leftOut: [{ line: 3 }], seconds: 11_700 + 4_530 });
  expect(await everything()).toHaveLength(2);
});
