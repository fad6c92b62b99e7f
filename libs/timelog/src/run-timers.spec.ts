import { findViolations } from '@app/database';
import { hiringEntities, HiringModule } from '@app/hiring';
import { Forbidden, NotFound, type User } from '@app/kernel';
import { profilesEntities, ProfilesModule } from '@app/profiles';

import { type TestPlatform, testPlatform } from '../../../test/support/platform.ts';
import {
  CloseTimers,
  DeleteEntry,
  EditEntry,
  Entries,
  EntryHistory,
  FreezeWeeks,
  LogTime,
  saysOf,
  StartTimer,
  StopTimer,
  SwitchTimer,
  TimelogModule,
  Timers,
  Weeks,
  worthOf,
} from './index.ts';

let platform: TestPlatform;
let marta: User;
let oslo: User & { clientId: string };
let boston: User & { clientId: string };
let forOslo: string;
let forBoston: string;
/** The tests live one after the other in weeks of their own, since the clock only goes forward. */
let monday = new Date('2026-02-16T00:00:00Z').getTime();

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

beforeAll(async () => {
  platform = await testPlatform({
    imports: [ProfilesModule, HiringModule, TimelogModule],
    entities: [...profilesEntities, ...hiringEntities],
    now: '2026-02-23T00:00:00Z',
  });
});
afterAll(() => platform.close());
beforeEach(async () => {
  await platform.reset();
  monday += 14 * DAY_MS;
  platform.clock.moveTo(new Date(monday - 2 * DAY_MS));
  marta = await platform.arrange.assistant();
  oslo = await platform.arrange.client({ name: 'Fjord & Co', zone: 'UTC' });
  boston = await platform.arrange.client({ name: 'Harbor Books', zone: 'America/New_York' });
  forOslo = await platform.arrange.contract({
    client: oslo,
    assistant: marta,
    rateCents: 18_50,
    weeklyLimitMinutes: 600,
  });
  forBoston = await platform.arrange.contract({ client: boston, assistant: marta });
});
afterEach(async () => {
  const { every_event_had_its_effect: _, ...violations } = await findViolations(
    platform.db.reader,
    platform.clock.now(),
  );
  expect(Object.entries(violations).filter(([, rows]) => rows.length > 0)).toEqual([]);
});

/** An instant of the test's own week: `'wed 9:00:30'`, UTC; `'next mon 12:00'` is a week later. */
function at(text: string): Date {
  const [, next, day = '', hours, minutes, seconds] = /^(next )?(\w+) (\d+):(\d+)(?::([\d.]+))?$/.exec(text) ?? [];
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day) + (next ? 7 : 0);
  return new Date(
    monday + days * DAY_MS + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1_000,
  );
}
const comes = (text: string) => platform.clock.moveTo(at(text));
let keys = 0;
const key = () => `key-${(keys += 1)}-of-spec`;
const starts = (contractId: string) =>
  platform.get(StartTimer).run(marta, { contractId, note: 'Inbox and calls' }, key());
const switches = (contractId: string) =>
  platform.get(SwitchTimer).run(marta, { contractId, note: 'Inbox and calls' }, key());
const stops = async () => (await platform.get(StopTimer).run(marta)).value;
const logs = (contractId: string, from: string, to: string) =>
  platform.get(LogTime).run(marta, { contractId, start: at(from), end: at(to), note: 'Answered the mail' }, key());
const everything = async (who = marta) => {
  const entries = await platform.get(Entries).list(who, { from: at('mon 0:00'), to: at('next sun 0:00') });
  return entries.map(({ contractId, start, end, bucket }) => ({ contractId, start, end, bucket }));
};

test('a timer runs from the second it is started to the second it is stopped', async () => {
  comes('wed 9:00:00.700');
  await starts(forOslo);
  expect(await platform.get(Timers).running(marta)).toMatchObject({ start: at('wed 9:00'), end: null });
  comes('wed 10:30:10.200');
  expect((await stops()).entries).toMatchObject([{ start: at('wed 9:00'), end: at('wed 10:30:10'), source: 'timer' }]);
  expect(await platform.get(Timers).running(marta)).toBeNull();
  await expect(stops()).rejects.toBeInstanceOf(NotFound);
});

test('only one timer runs, for whichever client, and a repeat starts it once', async () => {
  comes('wed 9:00');
  const timer = { contractId: forOslo, note: 'Inbox and calls' };
  const first = await platform.get(StartTimer).run(marta, timer, 'one-key-for-both');
  const again = await platform.get(StartTimer).run(marta, timer, 'one-key-for-both');
  expect(again).toEqual({ ...first, repeated: true });
  await expect(starts(forBoston)).rejects.toMatchObject({ code: 'timer_running', details: { contractId: forOslo } });
});

test('of ten starts at once, one runs', async () => {
  comes('wed 9:00');
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) => starts(index % 2 === 0 ? forOslo : forBoston)),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await everything()).toHaveLength(1);
});

test('a switch leaves no gap and no overlap', async () => {
  comes('wed 9:00');
  await starts(forOslo);
  comes('wed 11:15:42.900');
  await switches(forBoston);
  comes('wed 12:00');
  await switches(forOslo);
  comes('wed 12:00:00.500');
  await switches(forBoston); // within the same second: nothing is left of it
  comes('wed 13:00');
  await stops();
  expect(await everything()).toMatchObject([
    { contractId: forOslo, start: at('wed 9:00'), end: at('wed 11:15:42') },
    { contractId: forBoston, start: at('wed 11:15:42'), end: at('wed 12:00') },
    { contractId: forBoston, start: at('wed 12:00'), end: at('wed 13:00') },
  ]);
});

describe('taps made without a network', () => {
  const inbox = (contractId: string, text: string) => ({ contractId, note: 'Inbox and calls', at: at(text) });

  test('count from when they were made, in their order', async () => {
    comes('wed 18:00');
    await platform.get(StartTimer).run(marta, inbox(forOslo, 'wed 9:00'), key());
    await platform.get(SwitchTimer).run(marta, inbox(forBoston, 'wed 11:30:20.400'), key());
    await platform.get(StopTimer).run(marta, { at: at('wed 12:10'), key: key() });
    expect(await everything()).toMatchObject([
      { contractId: forOslo, start: at('wed 9:00'), end: at('wed 11:30:20') },
      { contractId: forBoston, start: at('wed 11:30:20'), end: at('wed 12:10') },
    ]);
  });

  test('count once, though the first answer was lost and only the second says when', async () => {
    comes('wed 9:00');
    await platform.get(StartTimer).run(marta, { contractId: forOslo, note: 'Inbox and calls' }, 'the-key-of-a-start');
    comes('wed 9:05');
    const again = await platform.get(StartTimer).run(marta, inbox(forOslo, 'wed 8:59:59'), 'the-key-of-a-start');
    expect(again).toMatchObject({ repeated: true, value: { entries: [{ start: at('wed 9:00') }] } });
    await platform.get(StopTimer).run(marta, { key: 'the-key-of-a-stop' });
    await starts(forBoston);
    const stopped = await platform.get(StopTimer).run(marta, { at: at('wed 9:05'), key: 'the-key-of-a-stop' });
    expect(stopped).toMatchObject({ repeated: true, value: { entries: [{ contractId: forOslo }] } });
    expect(await platform.get(Timers).running(marta)).toMatchObject({ contractId: forBoston });
  });

  test('are refused when they are a day old, in the future, or older than what runs', async () => {
    comes('wed 9:00');
    const begin = (text: string) => platform.get(SwitchTimer).run(marta, inbox(forOslo, text), key());
    await expect(begin('tue 8:59:59')).rejects.toMatchObject({ code: 'timer_instant_too_old' });
    await expect(begin('wed 9:02')).rejects.toMatchObject({ faults: [{ field: 'at' }] });
    await begin('wed 9:00:30'); // a clock some seconds ahead of ours: it is now
    expect(await platform.get(Timers).running(marta)).toMatchObject({ start: at('wed 9:00') });
    await expect(begin('wed 8:00')).rejects.toMatchObject({ code: 'timer_started_later' });
    await expect(platform.get(StopTimer).run(marta, { at: at('wed 8:00') })).rejects.toMatchObject({
      code: 'timer_started_later',
    });
    expect(await everything()).toHaveLength(1);
  });

  test('take no second that is logged already', async () => {
    comes('wed 18:00');
    await logs(forBoston, 'wed 10:00', 'wed 11:00');
    await expect(platform.get(StartTimer).run(marta, inbox(forOslo, 'wed 9:00'), key())).rejects.toMatchObject({
      code: 'time_overlap',
    });
    await platform.get(StartTimer).run(marta, inbox(forOslo, 'wed 11:00'), key());
    expect(await platform.get(Timers).running(marta)).toMatchObject({ start: at('wed 11:00') });
  });

  test('reach into no closed week, and are cut at the edge of one that is still open', async () => {
    comes('next mon 11:00');
    await platform.get(StartTimer).run(marta, inbox(forOslo, 'sun 23:30'), key());
    await platform.get(CloseTimers).run(platform.clock.now());
    await platform.get(StopTimer).run(marta, { at: at('next mon 0:30'), key: key() });
    expect(await everything()).toMatchObject([
      { start: at('sun 23:30'), end: at('next mon 0:00') },
      { start: at('next mon 0:00'), end: at('next mon 0:30') },
    ]);
    comes('next mon 13:00');
    await expect(platform.get(StartTimer).run(marta, inbox(forOslo, 'sun 22:00'), key())).rejects.toMatchObject({
      code: 'week_frozen',
    });
  });
});

test('no timer starts for a client whose card cannot be charged, nor for a stranger', async () => {
  comes('wed 9:00');
  await platform.owner.query('update client_standing set chargeable = false');
  await expect(starts(forOslo)).rejects.toMatchObject({ code: 'card_missing' });
  await expect(
    platform.get(StartTimer).run(oslo, { contractId: forOslo, note: 'Inbox and calls' }, key()),
  ).rejects.toBeInstanceOf(Forbidden);
  const stranger = await platform.arrange.assistant();
  await expect(
    platform.get(StartTimer).run(stranger, { contractId: forOslo, note: 'Inbox and calls' }, key()),
  ).rejects.toBeInstanceOf(NotFound);
});

test('manual time under a running timer is refused, and splits it when that is chosen', async () => {
  comes('wed 9:00');
  await starts(forOslo);
  comes('wed 12:00');
  await expect(logs(forBoston, 'wed 10:00', 'wed 11:00')).rejects.toMatchObject({
    details: { choices: ['split_old'], overlaps: [{ end: null }] },
  });
  const worked = { contractId: forBoston, start: at('wed 10:00'), end: at('wed 11:00'), note: 'Answered the mail' };
  await platform.get(LogTime).run(marta, { ...worked, onOverlap: 'split_old' }, key());
  expect(await everything()).toMatchObject([
    { contractId: forOslo, start: at('wed 9:00'), end: at('wed 10:00') },
    { contractId: forBoston },
    { contractId: forOslo, start: at('wed 11:00'), end: null },
  ]);
});

test('a timer that was forgotten can be stopped where work ended, and can be deleted', async () => {
  comes('wed 9:00');
  const { entries } = (await starts(forOslo)).value;
  comes('wed 14:00');
  await platform.get(EditEntry).run(marta, entries[0]!.id, { end: at('wed 10:00'), reason: 'went to lunch' });
  expect(await everything()).toMatchObject([{ end: at('wed 10:00') }]);
  const running = (await starts(forOslo)).value.entries[0]!;
  await platform.get(DeleteEntry).run(marta, running.id);
  expect(await platform.get(Timers).running(marta)).toBeNull();
});

describe('what nobody stops', () => {
  test("is closed at the week's edge and goes on in the same second", async () => {
    comes('sun 22:00');
    await starts(forOslo);
    expect(await platform.get(CloseTimers).nextDueAt()).toEqual(at('next mon 0:00'));
    comes('next mon 0:00');
    expect(await platform.get(CloseTimers).run(platform.clock.now())).toBe(1);
    expect(await platform.get(CloseTimers).run(platform.clock.now())).toBe(0);
    comes('next mon 1:00');
    await stops();
    expect(await everything()).toMatchObject([
      { start: at('sun 22:00'), end: at('next mon 0:00') },
      { start: at('next mon 0:00'), end: at('next mon 1:00') },
    ]);
  });

  test('stops after twelve hours in all, over the edge of a week too', async () => {
    comes('sun 18:00');
    await starts(forOslo);
    comes('next mon 0:00');
    await platform.get(CloseTimers).run(platform.clock.now());
    expect(await platform.get(CloseTimers).nextDueAt()).toEqual(at('next mon 6:00'));
    comes('next mon 9:00');
    expect(await platform.get(CloseTimers).run(platform.clock.now())).toBe(1);
    expect((await everything()).map(({ end }) => end)).toEqual([at('next mon 0:00'), at('next mon 6:00')]);
    const { rows } = await platform.owner.query(
      `select payload->>'why' as why from event where type = 'timer.stopped'`,
    );
    expect(rows).toEqual([{ why: 'longest_run' }]);
  });

  test('is cut and stopped alike when the sweep comes late', async () => {
    comes('sun 18:00');
    await starts(forOslo);
    comes('next mon 20:00');
    const { entries } = await stops();
    expect(entries.map(({ end }) => end)).toEqual([at('next mon 0:00'), at('next mon 6:00')]);
  });

  test('stops where the contract ended and where billing holds the client', async () => {
    comes('wed 9:00');
    await starts(forOslo);
    comes('wed 11:00');
    await platform.owner.query(`update contract set state = 'ended', ended_at = $2, state_at = $2 where id = $1`, [
      forOslo,
      at('wed 10:00'),
    ]);
    expect(await platform.get(CloseTimers).run(platform.clock.now())).toBe(1);
    await starts(forBoston);
    comes('wed 13:00');
    await platform.owner.query(`update client_standing set billing_hold_at = $1`, [at('wed 12:00')]);
    expect(await platform.get(CloseTimers).run(platform.clock.now())).toBe(1);
    expect((await everything()).map(({ end }) => end)).toEqual([at('wed 10:00'), at('wed 12:00')]);
  });

  test('goes over the limit from the second in which it is reached', async () => {
    comes('wed 8:00');
    await logs(forOslo, 'mon 8:00', 'mon 17:00');
    await starts(forOslo);
    comes('wed 10:00');
    expect((await stops()).warnings).toMatchObject([{ percent: 100 }]);
    expect((await everything()).slice(1)).toMatchObject([
      { start: at('wed 8:00'), end: at('wed 9:00'), bucket: 'within' },
      { start: at('wed 9:00'), end: at('wed 10:00'), bucket: 'over_limit' },
    ]);
  });
});

describe('freezing', () => {
  const states = async () => {
    const { rows } = await platform.owner.query<{ state: string }>('select state from contract_week order by state');
    return rows.map(({ state }) => state);
  };
  const freezes = () => platform.get(FreezeWeeks).run(platform.clock.now());

  test("comes on Monday at noon of each client's zone, once, and tells once", async () => {
    comes('wed 18:00');
    await logs(forOslo, 'wed 9:00', 'wed 10:00');
    await logs(forBoston, 'wed 10:00', 'wed 11:00');
    expect(await platform.get(FreezeWeeks).nextDueAt()).toEqual(at('next mon 12:00'));
    platform.clock.moveTo(new Date(at('next mon 12:00').getTime() - 1));
    expect(await freezes()).toBe(0);
    comes('next mon 12:00');
    expect(await freezes()).toBe(1);
    expect(await freezes()).toBe(0);
    expect(await states()).toEqual(['frozen', 'open']);
    comes('next mon 17:00');
    expect(await freezes()).toBe(1);
    const { rows } = await platform.owner.query(`select payload from event where type = 'weeks.frozen'`);
    expect(rows).toEqual([
      { payload: { frozenAt: at('next mon 12:00').toISOString(), count: 1 } },
      { payload: { frozenAt: at('next mon 17:00').toISOString(), count: 1 } },
    ]);
  });

  test('leaves a week without a second as zero, and waits for a timer that runs in it', async () => {
    comes('wed 18:00');
    const { entries } = (await logs(forOslo, 'wed 9:00', 'wed 10:00')).value;
    await platform.get(DeleteEntry).run(marta, entries[0]!.id);
    comes('sun 23:00');
    await starts(forBoston);
    comes('next mon 18:00');
    await freezes();
    expect(await states()).toEqual(['open', 'zero']);
    await platform.get(CloseTimers).run(platform.clock.now());
    await freezes();
    expect(await states()).toEqual(['frozen', 'open', 'zero']);
  });

  test('makes entries unchangeable, also by SQL', async () => {
    comes('wed 18:00');
    const { entries } = (await logs(forOslo, 'wed 9:00', 'wed 10:00')).value;
    comes('next mon 12:00');
    await freezes();
    const { id } = entries[0]!;
    await expect(platform.get(EditEntry).run(marta, id, { note: 'Another note' })).rejects.toMatchObject({
      code: 'week_frozen',
    });
    await expect(platform.get(DeleteEntry).run(marta, id)).rejects.toMatchObject({ code: 'week_frozen' });
    for (const sql of [
      `update time_entry set note = 'Something else' where id = $1`,
      `delete from time_entry where id = $1`,
      `insert into time_entry (id, contract_week_id, contract_id, assistant_id, during, note, source, created_at)
       select uuidv7(), contract_week_id, contract_id, assistant_id, tstzrange(upper(during), upper(during) + interval '1 hour'),
              note, source, created_at from time_entry where id = $1`,
    ]) {
      await expect(platform.db.reader.query(sql, [id])).rejects.toThrow('is frozen');
    }
    await expect(platform.db.reader.query(`update time_entry_version set reason = 'none'`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('the weeks that people see', () => {
  test('are there before the first second, worth nothing, under the id that they keep', async () => {
    comes('tue 9:00');
    expect(await platform.get(Weeks).current(marta)).toHaveLength(2);
    const before = (await platform.get(Weeks).current(marta)).find(({ contractId }) => contractId === forOslo)!;
    expect(before).toMatchObject({
      start: at('mon 0:00'),
      end: at('next mon 0:00'),
      freezesAt: at('next mon 12:00'),
      state: 'open',
    });
    expect(await platform.get(Weeks).find(oslo, before.id)).toMatchObject({ contractId: forOslo });
    await logs(forOslo, 'mon 9:00', 'mon 11:00');
    const after = (await platform.get(Weeks).current(marta)).find(({ contractId }) => contractId === forOslo)!;
    expect(after.id).toBe(before.id);
  });

  test('tell what they are worth so far, with the timer that runs, to the cent', async () => {
    comes('tue 9:00');
    await logs(forOslo, 'mon 9:00', 'mon 11:00');
    await starts(forOslo);
    comes('tue 9:07:29');
    const [week] = await platform.get(Weeks).current(oslo);
    const { worth, clientTotal } = worthOf(week!, platform.clock.now());
    expect([worth.cents, clientTotal.cents]).toEqual([39_16, 43_08]); // 127 minutes at $18.50, and 10 %
    expect(week).toMatchObject({ runningSince: at('tue 9:00'), countedSeconds: 7_200 });
    expect(saysOf(week!, platform.clock.now())).toBe('The timer is running.');
    comes('tue 20:00');
    expect(worthOf(week!, platform.clock.now()).worth.cents).toBe(185_00); // no further than the limit
  });

  test('are those of one’s own contracts, past and present', async () => {
    comes('tue 9:00');
    await logs(forOslo, 'mon 9:00', 'mon 11:00');
    comes('next tue 9:00');
    await platform.get(FreezeWeeks).run(platform.clock.now());
    expect(await platform.get(Weeks).past(oslo)).toMatchObject([{ contractId: forOslo, state: 'frozen' }]);
    expect(await platform.get(Weeks).past(boston)).toEqual([]);
    expect(await platform.get(Weeks).current(boston)).toMatchObject([{ contractId: forBoston }]);
    const [week] = await platform.get(Weeks).past(marta);
    await expect(platform.get(Weeks).find(boston, week!.id)).rejects.toBeInstanceOf(NotFound);
  });

  test('are asked for by contract, and a contract of others has none', async () => {
    comes('tue 9:00');
    await logs(forOslo, 'mon 9:00', 'mon 11:00');
    await logs(forBoston, 'mon 12:00', 'mon 13:00');
    const weeks = platform.get(Weeks);
    expect(await weeks.current(marta, forBoston)).toMatchObject([{ contractId: forBoston, countedSeconds: 3_600 }]);
    comes('next tue 9:00');
    expect(await weeks.past(marta, forOslo)).toMatchObject([{ contractId: forOslo, countedSeconds: 7_200 }]);
    expect(await weeks.past(marta)).toHaveLength(2);
    expect([await weeks.past(boston, forOslo), await weeks.current(boston, forOslo)]).toEqual([[], []]);
  });

  test('keep the history of a timer for both', async () => {
    comes('sun 23:30');
    const { entries } = (await starts(forOslo)).value;
    comes('next mon 0:00');
    await platform.get(CloseTimers).run(platform.clock.now());
    expect(await platform.get(EntryHistory).of(oslo, entries[0]!.id)).toMatchObject([
      { change: 'started', after: { end: null } },
      { change: 'stopped', byName: null, reason: 'the week ended' },
    ]);
  });
});
