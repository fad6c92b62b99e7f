import { findViolations, hold } from '@app/database';
import { HiringModule, hiringEntities } from '@app/hiring';
import type { User } from '@app/kernel';
import { profilesEntities, ProfilesModule } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import { Entries, EntryHistory, FreezeWeeks, LimitRaises, LogTime, RaiseLimit, TimelogModule, Weeks } from './index.ts';

const HOUR = 3_600;
const DAY_MS = 24 * HOUR * 1_000;
/** The Monday on which the week of Oslo began, and a new one for each test: the clock only goes on. */
let monday = Date.parse('2026-04-06T00:00:00Z');
/** `at(2, 9)` is Wednesday at nine, UTC. */
const at = (day: number, hour: number) => new Date(monday + day * DAY_MS + hour * HOUR * 1_000);

let platform: TestPlatform;
let marta: User;
let oslo: User & { clientId: string };
let contractId: string;
let weekId: string;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule, HiringModule, TimelogModule],
    entities: [...profilesEntities, ...hiringEntities],
    now: at(0, 9).toISOString(),
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  monday += 21 * DAY_MS;
  platform.clock.moveTo(at(2, 18));
  marta = await platform.arrange.assistant();
  oslo = await platform.arrange.client({ name: 'Fjord & Co', zone: 'Europe/Oslo' });
  const startedAt = at(-3, 12);
  contractId = await platform.arrange.contract({
    client: oslo,
    assistant: marta,
    startedAt,
    weeklyLimitMinutes: 4 * 60,
  });
  weekId = (await platform.get(Weeks).current(oslo))[0]?.id ?? '';
});
afterEach(async () => {
  // No worker runs here: what is told stays to be heard.
  const { every_event_had_its_effect: _, ...others } = await findViolations(platform.db.reader, platform.clock.now());
  expect(hold(others)).toBe(true);
});

const logs = (day: number, from: number, to: number) => {
  const worked = { contractId, start: at(day, from), end: at(day, to), note: 'Answered the mail' };
  return platform.get(LogTime).run(marta, worked, `day ${day} from ${from}, of this spec`);
};
const raises = (hours: number, by: User = oslo) => platform.get(RaiseLimit).run(by, weekId, hours * 60);
const hours = async () => {
  const { limitSeconds, countedSeconds, overLimitSeconds } = await platform.get(Weeks).find(oslo, weekId);
  return [limitSeconds, countedSeconds, overLimitSeconds].map((seconds) => seconds / HOUR);
};
const told = async (type: string) =>
  (await platform.owner.query<{ payload: object }>('select payload from event where type = $1', [type])).rows;

test('what was worked past the limit is billed as far as the new one reaches, the earliest first', async () => {
  await logs(0, 9, 15);
  await logs(1, 9, 10);
  expect(await hours()).toEqual([4, 4, 3]);

  expect(await raises(5.5)).toMatchObject({ limitSeconds: 5.5 * HOUR, countedSeconds: 5.5 * HOUR });
  expect(await hours()).toEqual([5.5, 5.5, 1.5]);
  await raises(8);
  expect(await hours()).toEqual([8, 7, 0]);
  await logs(2, 9, 11);
  expect(await hours()).toEqual([8, 8, 1]);

  const entries = await platform.get(Entries).ofWeek(marta, weekId);
  const versions = await platform
    .get(EntryHistory)
    .of(marta, entries.find(({ bucket }) => bucket === 'within')?.id ?? '');
  expect(versions.length).toBeGreaterThan(0);
  expect(await told('limit.raised')).toEqual([
    { payload: { contractWeekId: weekId, limitMinutes: 330 } },
    { payload: { contractWeekId: weekId, limitMinutes: 480 } },
  ]);
});

test('who raised it, from what and when is kept for good', async () => {
  await raises(6);
  await raises(6);
  await raises(7);
  const { rows } = await platform.owner.query(
    `select from_seconds::int / 3600 as "from", to_seconds::int / 3600 as "to", raised_by as by, raised_at as at
       from week_limit_raise order by id`,
  );
  const whose = { by: oslo.userId, at: at(2, 18) };
  expect(rows).toEqual([
    { from: 4, to: 6, ...whose },
    { from: 6, to: 7, ...whose },
  ]);
  await expect(platform.db.reader.query('delete from week_limit_raise')).rejects.toThrow();
});

test('both sides read every raise of a contract, and a stranger reads none', async () => {
  await raises(6);
  platform.clock.moveTo(at(2, 19));
  await raises(7.5);
  const read = (by: User) => platform.get(LimitRaises).of(by, contractId);
  const { start, end, zone } = await platform.get(Weeks).find(oslo, weekId);
  const raised = { name: expect.any(String), week: { start, end, zone } };
  expect(await read(marta)).toEqual([
    { ...raised, at: at(2, 18), fromMinutes: 240, toMinutes: 360 },
    { ...raised, at: at(2, 19), fromMinutes: 360, toMinutes: 450 },
  ]);
  expect(await read(oslo)).toEqual(await read(marta));
  expect(await read(await platform.arrange.client({ name: 'Harbor Books' }))).toEqual([]);
});

test('it holds for this week alone, and before anything is worked in it', async () => {
  await raises(6);
  expect(await hours()).toEqual([6, 0, 0]);
  platform.clock.moveTo(at(7, 9));
  expect(await platform.get(Weeks).current(oslo)).toMatchObject([{ limitSeconds: 4 * HOUR }]);
});

test('it only rises, and not in a week that is closed', async () => {
  await raises(6);
  await expect(raises(5)).rejects.toMatchObject({ code: 'limit_only_rises', details: { limitMinutes: 360 } });
  const { freezesAt } = await platform.get(Weeks).find(oslo, weekId);
  platform.clock.moveTo(freezesAt);
  await expect(raises(8)).rejects.toMatchObject({ code: 'week_frozen' });
  await platform.get(FreezeWeeks).run(freezesAt);
  await expect(raises(8)).rejects.toMatchObject({ code: 'week_frozen' });
});

test('whoever hires for the client decides: not the assistant, not a member who approves, and no stranger', async () => {
  const approver: User = {
    ...(await platform.arrange.account()),
    businesses: [{ id: oslo.clientId, role: 'approver' }],
  };
  for (const other of [marta, approver]) await expect(raises(6, other)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await platform.arrange.client({ name: 'Harbor Books' });
  await expect(raises(6, stranger)).rejects.toMatchObject({ code: 'week_not_found' });
  await expect(raises(6, { ...oslo, emailVerified: false })).rejects.toMatchObject({ code: 'email_not_verified' });
});

test('a client whose invoice is unpaid lets nobody work more', async () => {
  await platform.owner.query('update client_standing set billing_hold_at = $2 where client_id = $1', [
    oslo.clientId,
    platform.clock.now(),
  ]);
  await expect(raises(6)).rejects.toMatchObject({ code: 'billing_hold' });
});

test('of two people raising it while a third logs, each second is counted once', async () => {
  await logs(0, 9, 15);
  await Promise.allSettled([raises(5), raises(6), logs(1, 9, 10)]);
  const [limit = 0, counted = 0, over = 0] = await hours();
  expect(counted + over).toBe(7);
  expect(counted).toBe(Math.min(limit, 7));
});
