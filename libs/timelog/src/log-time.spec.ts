import { findViolations, hold } from '@app/database';
import { HiringModule, hiringEntities } from '@app/hiring';
import { Conflict, Forbidden, Invalid, NotFound, type User } from '@app/kernel';
import { profilesEntities, ProfilesModule } from '@app/profiles';
import { Client } from 'pg';

import { countStatements } from '../../../test/bench/count-statements.ts';
import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { DeleteEntry, EditEntry, Entries, EntryHistory, LogTime, TimelogModule, TimeOverlap } from './index.ts';

let platform: TestPlatform;
let marta: User;
let oslo: User & { clientId: string };
let boston: User & { clientId: string };
let forOslo: string;
let forBoston: string;

const WEDNESDAY = '2026-03-04T18:00:00Z';

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule, HiringModule, TimelogModule],
    entities: [...profilesEntities, ...hiringEntities],
    now: WEDNESDAY,
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  marta = await platform.arrange.assistant();
  oslo = await platform.arrange.client({ name: 'Fjord & Co', zone: 'Europe/Oslo' });
  boston = await platform.arrange.client({ name: 'Harbor Books', zone: 'America/New_York' });
  const startedAt = new Date('2026-02-27T12:00:00Z');
  forOslo = await platform.arrange.contract({ client: oslo, assistant: marta, startedAt, weeklyLimitMinutes: 10 * 60 });
  forBoston = await platform.arrange.contract({ client: boston, assistant: marta, startedAt });
});
afterEach(async () => expect(hold(await findViolations(platform.db.reader, platform.clock.now()))).toBe(true));

/** `'3 9:00'` is Tuesday the 3rd of March, UTC. */
const at = (text: string) => {
  const [day = '', time = ''] = text.split(' ');
  return new Date(`2026-03-${day.padStart(2, '0')}T${time.padStart(5, '0')}:00Z`);
};
let keys = 0;
const key = () => `key-${(keys += 1)}-of-spec`;
const logs = async (contractId: string, from: string, to: string, more: object = {}, who = marta) => {
  const worked = { contractId, start: at(from), end: at(to), note: 'Answered the mail', ...more };
  return (await platform.get(LogTime).run(who, worked, key())).value;
};
const times = (entries: readonly { start: Date; end: Date | null }[]) =>
  entries.map(({ start, end }) => `${start.toISOString().slice(8, 16)}/${end?.toISOString().slice(8, 16) ?? ''}`);
const everything = async () =>
  times(await platform.get(Entries).list(marta, { from: at('1 0:00'), to: at('31 0:00') }));
const counters = async (contractId: string) => {
  const { rows } = await platform.owner.query<{ counted: number; over: number }>(
    `select sum(counted_seconds)::int / 60 as counted, sum(over_limit_seconds)::int / 60 as over
       from contract_week where contract_id = $1`,
    [contractId],
  );
  return rows[0];
};

test('an hour in a week that is there already takes eight statements', async () => {
  await logs(forOslo, '3 9:00', '3 10:00');
  const sent = countStatements();
  await logs(forOslo, '3 11:00', '3 12:00');
  expect(sent()).toBe(8);
});

test('time is logged, counted and kept with its history', async () => {
  const { entries, warnings } = await logs(forOslo, '3 9:00', '3 10:30');
  expect(entries).toMatchObject([{ source: 'manual', bucket: 'within', note: 'Answered the mail' }]);
  expect(warnings).toEqual([]);
  expect(await counters(forOslo)).toEqual({ counted: 90, over: 0 });
  const versions = await platform.get(EntryHistory).of(oslo, entries[0]!.id);
  expect(versions).toMatchObject([{ change: 'logged', before: null, after: { note: 'Answered the mail' } }]);
});

test('the same request twice logs once', async () => {
  const worked = { contractId: forOslo, start: at('3 9:00'), end: at('3 10:00'), note: 'Answered the mail' };
  const first = await platform.get(LogTime).run(marta, worked, 'the-same-key');
  const again = await platform.get(LogTime).run(marta, worked, 'the-same-key');
  expect(again).toEqual({ ...first, repeated: true });
  const other = platform.get(LogTime).run(marta, { ...worked, note: 'Something else' }, 'the-same-key');
  await expect(other).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  expect(await counters(forOslo)).toEqual({ counted: 60, over: 0 });
});

describe('an hour that is already logged for another client', () => {
  beforeEach(() => logs(forOslo, '3 9:00', '3 12:00'));
  const asks = async (from: string, to: string, onOverlap?: string) =>
    logs(forBoston, from, to, { onOverlap }).catch((error: unknown) => error);

  test('is refused with what overlaps and the choices there are', async () => {
    expect(await asks('3 11:00', '3 13:00')).toMatchObject({
      code: 'time_overlap',
      details: {
        choices: ['trim_new', 'trim_old'],
        overlaps: [{ contractId: forOslo, clientName: 'Fjord & Co', start: '2026-03-03T09:00:00.000Z' }],
      },
    });
    expect(await everything()).toEqual(['03T09:00/03T12:00']);
  });

  test('touching is not overlapping', async () => {
    await logs(forBoston, '3 12:00', '3 13:00');
    await logs(forBoston, '3 8:00', '3 9:00');
    expect(await everything()).toHaveLength(3);
  });

  test('trim_new logs what is free', async () => {
    await asks('3 11:00', '3 13:00', 'trim_new');
    expect(await everything()).toEqual(['03T09:00/03T12:00', '03T12:00/03T13:00']);
    await asks('3 8:00', '3 14:00', 'trim_new');
    expect(await everything()).toEqual([
      '03T08:00/03T09:00',
      '03T09:00/03T12:00',
      '03T12:00/03T13:00',
      '03T13:00/03T14:00',
    ]);
    expect(await counters(forBoston)).toEqual({ counted: 180, over: 0 });
  });

  test('trim_old shortens the old entry, and its client is charged less', async () => {
    await asks('3 11:00', '3 13:00', 'trim_old');
    expect(await everything()).toEqual(['03T09:00/03T11:00', '03T11:00/03T13:00']);
    expect(await counters(forOslo)).toEqual({ counted: 120, over: 0 });
    expect(await counters(forBoston)).toEqual({ counted: 120, over: 0 });
  });

  test('split_old keeps both ends of the old entry', async () => {
    expect(await asks('3 10:00', '3 11:00')).toMatchObject({ details: { choices: ['split_old'] } });
    await asks('3 10:00', '3 11:00', 'split_old');
    expect(await everything()).toEqual(['03T09:00/03T10:00', '03T10:00/03T11:00', '03T11:00/03T12:00']);
    expect(await counters(forOslo)).toEqual({ counted: 120, over: 0 });
  });

  test('a choice that leads nowhere is refused again', async () => {
    expect(await asks('3 9:30', '3 11:30', 'trim_new')).toBeInstanceOf(TimeOverlap);
    expect(await asks('3 8:00', '3 13:00', 'trim_old')).toMatchObject({ details: { choices: ['trim_new'] } });
  });

  test('what the client reads of it does not say who else is worked for', async () => {
    await asks('3 11:00', '3 13:00', 'trim_old');
    const [entry] = await platform.get(Entries).list(oslo, { from: at('1 0:00'), to: at('9 0:00') });
    const versions = await platform.get(EntryHistory).of(oslo, entry!.id);
    expect(versions.map(({ change }) => change)).toEqual(['logged', 'trimmed']);
    expect(JSON.stringify(versions)).not.toContain('Harbor');
    expect(await platform.get(Entries).list(oslo, { from: at('1 0:00'), to: at('9 0:00') })).toHaveLength(1);
  });
});

test('of twenty requests at once for the same second, one wins and nothing overlaps', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      logs(index % 2 === 0 ? forOslo : forBoston, '3 9:00', `3 ${10 + (index % 5)}:00`),
    ),
  );
  const won = results.filter(({ status }) => status === 'fulfilled');
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  expect(won).toHaveLength(1);
  expect(refused).toHaveLength(19);
  for (const reason of refused) expect(reason).toMatchObject({ code: 'time_overlap' });
  expect(await everything()).toHaveLength(1);
});

test('of twenty people at once who each have their own second, all win', async () => {
  await Promise.all(Array.from({ length: 10 }, (_, hour) => logs(forBoston, `3 ${hour}:00`, `3 ${hour + 1}:00`)));
  expect(await counters(forBoston)).toEqual({ counted: 600, over: 0 });
});

test('a second taken behind the check is refused by name all the same', async () => {
  const { entries } = await logs(forOslo, '2 9:00', '2 10:00');
  const other = new Client({ connectionString: platform.config.env.DATABASE_URL });
  await other.connect();
  try {
    await other.query('begin');
    await other.query('update contract_week set counted_seconds = counted_seconds + 3600');
    await other.query(
      `insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
       select uuidv7(), contract_week_id, contract_id, assistant_id, '[2026-03-03T09:00Z,2026-03-03T10:00Z)', note, source, created_at
         from time_entry where id = $1`,
      [entries[0]!.id],
    );
    const racing = logs(forBoston, '3 9:30', '3 10:30').catch((error: unknown) => error);
    await somebodyWaits();
    await other.query('commit');
    expect(await racing).toMatchObject({ code: 'time_overlap', details: { overlaps: [{ contractId: forOslo }] } });
  } finally {
    await other.end();
  }
});

async function somebodyWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  while ((await platform.owner.query(waiting)).rowCount === 0);
}

describe('the weekly limit', () => {
  test('cuts time at the second in which it is reached, and warns', async () => {
    expect((await logs(forOslo, '2 8:00', '2 16:00')).warnings).toMatchObject([{ percent: 80 }]);
    const { entries, warnings } = await logs(forOslo, '3 8:00', '3 11:00');
    expect(entries.map(({ bucket }) => bucket)).toEqual(['within', 'over_limit']);
    expect(times(entries)).toEqual(['03T08:00/03T10:00', '03T10:00/03T11:00']);
    expect(warnings).toMatchObject([{ percent: 100 }]);
    expect(await counters(forOslo)).toEqual({ counted: 600, over: 60 });
    const { rows } = await platform.owner.query(
      `select payload->'percent' as percent from event where type = 'limit.neared'`,
    );
    expect(rows.map(({ percent }: { percent: number }) => percent)).toEqual([80, 95, 100]);
  });

  test('gives room that comes free to the earliest time beyond it', async () => {
    const { entries } = await logs(forOslo, '2 8:00', '2 16:00');
    await logs(forOslo, '3 8:00', '3 12:00');
    await platform.get(EditEntry).run(marta, entries[0]!.id, { end: at('2 15:30'), reason: 'left early' });
    expect(await counters(forOslo)).toEqual({ counted: 600, over: 90 });
    await platform.get(DeleteEntry).run(marta, entries[0]!.id);
    expect(await counters(forOslo)).toEqual({ counted: 240, over: 0 });
    const list = await platform.get(Entries).list(marta, { from: at('1 0:00'), to: at('9 0:00') });
    expect(list.every(({ bucket }) => bucket === 'within')).toBe(true);
  });
});

describe('edits', () => {
  test('move and rename an entry, and both parties read what it was', async () => {
    const { entries } = await logs(forOslo, '3 9:00', '3 10:00');
    const edit = { start: at('3 8:30'), note: 'Answered and sorted the mail', reason: 'began earlier' };
    const edited = await platform.get(EditEntry).run(marta, entries[0]!.id, edit);
    expect(times(edited.entries)).toEqual(['03T08:30/03T10:00']);
    expect(await counters(forOslo)).toEqual({ counted: 90, over: 0 });
    expect(await platform.get(EntryHistory).of(oslo, entries[0]!.id)).toMatchObject([
      { change: 'logged' },
      { change: 'edited', before: { note: 'Answered the mail' }, reason: 'began earlier' },
    ]);
  });

  test('meet other time as new time does', async () => {
    await logs(forBoston, '3 10:00', '3 11:00');
    const { entries } = await logs(forOslo, '3 9:00', '3 10:00');
    const edit = { end: at('3 10:30') };
    await expect(platform.get(EditEntry).run(marta, entries[0]!.id, edit)).rejects.toMatchObject({
      code: 'time_overlap',
    });
    await platform.get(EditEntry).run(marta, entries[0]!.id, { ...edit, onOverlap: 'trim_old' });
    expect(await everything()).toEqual(['03T09:00/03T10:30', '03T10:30/03T11:00']);
  });

  test('a deleted entry leaves its history', async () => {
    const { entries } = await logs(forOslo, '3 9:00', '3 10:00');
    await platform.get(DeleteEntry).run(marta, entries[0]!.id, 'wrong client');
    expect(await counters(forOslo)).toEqual({ counted: 0, over: 0 });
    expect(await platform.get(EntryHistory).of(marta, entries[0]!.id)).toMatchObject([
      { change: 'logged' },
      { change: 'deleted', after: null, reason: 'wrong client' },
    ]);
    await expect(platform.get(DeleteEntry).run(marta, entries[0]!.id)).rejects.toBeInstanceOf(NotFound);
  });
});

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('what is refused', () => {
  test('strangers find nothing, and clients may read but not log', async () => {
    const stranger = await platform.arrange.assistant();
    const { entries } = await logs(forOslo, '3 9:00', '3 10:00');
    expect(await refusal(logs(forOslo, '3 11:00', '3 12:00', {}, stranger))).toBeInstanceOf(NotFound);
    expect(await refusal(logs(forOslo, '3 11:00', '3 12:00', {}, oslo))).toBeInstanceOf(Forbidden);
    for (const who of [stranger, boston]) {
      expect(await refusal(platform.get(Entries).find(who, entries[0]!.id))).toBeInstanceOf(NotFound);
      expect(await refusal(platform.get(EditEntry).run(who, entries[0]!.id, {}))).toBeInstanceOf(NotFound);
      expect(await refusal(platform.get(EntryHistory).of(who, entries[0]!.id))).toBeInstanceOf(NotFound);
    }
    expect(await refusal(platform.get(DeleteEntry).run(oslo, entries[0]!.id))).toBeInstanceOf(Forbidden);
  });

  test.each([
    ['the future', '4 17:30', '4 18:30', 'end'],
    ['no time', '3 9:00', '3 9:00', 'end'],
    ['time before the contract', '1 9:00', '1 10:00', 'start'],
  ])('%s', async (_, from, to, field) => {
    await platform.owner.query(`update contract set started_at = '2026-03-02T08:00Z' where id = $1`, [forOslo]);
    expect(await refusal(logs(forOslo, from, to))).toMatchObject({ faults: [{ field }] });
  });

  test('parts of seconds and notes that say nothing', async () => {
    const half = new Date('2026-03-03T09:00:00.500Z');
    expect(await refusal(logs(forOslo, '3 9:00', '3 10:00', { start: half }))).toBeInstanceOf(Invalid);
    expect(await refusal(logs(forOslo, '3 9:00', '3 10:00', { note: 'Mail' }))).toMatchObject({
      faults: [{ field: 'note' }],
    });
  });

  test('a contract that is not active, and a client without a card or on hold', async () => {
    const ended = await platform.arrange.contract({ client: oslo, assistant: marta, state: 'ended' });
    expect(await refusal(logs(ended, '3 9:00', '3 10:00'))).toMatchObject({ code: 'contract_not_active' });
    await platform.owner.query('update client_standing set chargeable = false');
    expect(await refusal(logs(forOslo, '3 9:00', '3 10:00'))).toMatchObject({ code: 'card_missing' });
    await platform.owner.query(`update client_standing set chargeable = true, billing_hold_at = '2026-03-04T08:00Z'`);
    expect(await refusal(logs(forOslo, '3 9:00', '3 10:00'))).toBeInstanceOf(Conflict);
  });
});

// From here on the clock moves on, and it never goes back.
test("an entry over the week's edge is cut at Monday 00:00 of the client's zone", async () => {
  platform.clock.moveTo(new Date('2026-03-09T08:00:00Z'));
  const { entries } = await logs(forOslo, '8 22:00', '9 01:00'); // Oslo's Monday begins at 23:00 UTC.
  expect(times(entries)).toEqual(['08T22:00/08T23:00', '08T23:00/09T01:00']);
  expect(new Set(entries.map(({ contractWeekId }) => contractWeekId)).size).toBe(2);
});

test('a week is closed at Monday 12:00 to the second, whether or not the sweep has come by', async () => {
  const { entries } = await logs(forOslo, '8 9:00', '8 10:00');
  const [entry] = entries;
  await platform.get(EditEntry).run(marta, entry!.id, { end: at('8 9:30') });
  platform.clock.moveTo(new Date('2026-03-09T11:00:00Z'));
  expect(await refusal(logs(forOslo, '8 10:00', '8 11:00'))).toMatchObject({ code: 'week_frozen' });
  const edit = platform.get(EditEntry).run(marta, entry!.id, { note: 'Another note' });
  expect(await refusal(edit)).toMatchObject({ code: 'week_frozen' });
  expect(await refusal(platform.get(DeleteEntry).run(marta, entry!.id))).toMatchObject({ code: 'week_frozen' });
  await logs(forBoston, '8 10:00', '8 11:00'); // Boston's Monday noon is hours away.
  expect(await refusal(logs(forBoston, '8 9:15', '8 9:45', { onOverlap: 'trim_old' }))).toMatchObject({
    details: { choices: ['trim_new'] },
  });
});

test.each([
  [167, 'Europe/Oslo', '2026-03-23'],
  [169, 'Europe/Oslo', '2026-10-19'],
])('a week has %i hours in %s when the clocks change in that of %s', async (hours, zone, monday) => {
  const start = new Date(`${monday}T12:00:00Z`);
  platform.clock.moveTo(new Date(start.getTime() + 86_400_000));
  const worked = { contractId: forOslo, start, end: new Date(start.getTime() + 3_600_000), note: 'Answered the mail' };
  await platform.get(LogTime).run(marta, worked, key());
  const { rows } = await platform.owner.query(
    `select zone, extract(epoch from upper(during) - lower(during))::int / 3600 as hours from client_week`,
  );
  expect(rows).toEqual([{ zone, hours }]);
});
