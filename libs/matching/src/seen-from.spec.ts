import { offsetMinutes } from '@app/kernel';
import fc from 'fast-check';

import { type LocalStretch, seenFrom } from './seen-from.ts';
import { type WorkingDay, workingWeeks } from './working-weeks.ts';

interface Window {
  weekday: number;
  fromMinute: number;
  toMinute: number;
}

const MINUTE_MS = 60_000;
const QUARTER = 15;
const nineToFive = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1_020 }));

/** Minutes in common of each week ahead, the way the statement adds them up. */
function shared(stretches: readonly LocalStretch[], windows: readonly Window[]): number[] {
  const minutes = Array.from({ length: 8 }, () => 0);
  for (const { week, weekday, fromMinute, toMinute } of stretches) {
    for (const window of windows.filter((candidate) => candidate.weekday === weekday)) {
      const common = Math.min(toMinute, window.toMinute) - Math.max(fromMinute, window.fromMinute);
      minutes[week] = (minutes[week] ?? 0) + Math.max(0, common);
    }
  }
  return minutes;
}

/** The same, asked of the zone's clocks every quarter of an hour. */
function sharedByTheClock(days: readonly WorkingDay[], zone: string, windows: readonly Window[]): number[] {
  const minutes = Array.from({ length: 8 }, () => 0);
  for (const { week, opens, closes } of days) {
    for (let at = opens.getTime(); at < closes.getTime(); at += QUARTER * MINUTE_MS) {
      const local = new Date(at + offsetMinutes(new Date(at), zone) * MINUTE_MS);
      const weekday = local.getUTCDay() === 0 ? 7 : local.getUTCDay();
      const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
      const there = windows.some((w) => w.weekday === weekday && w.fromMinute <= minute && minute < w.toMinute);
      if (there) minutes[week] = (minutes[week] ?? 0) + QUARTER;
    }
  }
  return minutes;
}

test('Boston and Lisbon share four hours a day until Lisbon changes its clocks too, then three', () => {
  const { mondays, days } = workingWeeks(new Date('2026-03-02T09:00:00Z'), 'America/New_York');
  expect(mondays[0]).toBe('2026-03-09');
  expect(mondays[3]).toBe('2026-03-30');
  const [four, three] = [20 * 60, 15 * 60];
  expect(shared(seenFrom('Europe/Lisbon', days), nineToFive)).toEqual([
    four,
    four,
    four,
    three,
    three,
    three,
    three,
    three,
  ]);
});

// Cairo's clocks change at the end of a Thursday, which is noon to early evening of a working day in Los Angeles.
test('an hour that the clocks repeat is shared twice', () => {
  const lastHourOfThursday = [{ weekday: 4, fromMinute: 23 * 60, toMinute: 24 * 60 }];
  const { mondays, days } = workingWeeks(new Date('2026-10-21T12:00:00Z'), 'America/Los_Angeles');
  expect(mondays.slice(0, 2)).toEqual(['2026-10-26', '2026-11-02']);
  expect(shared(seenFrom('Africa/Cairo', days), lastHourOfThursday).slice(0, 2)).toEqual([120, 60]);
});

test('an hour that the clocks leave out is not shared', () => {
  const firstHoursOfFriday = [{ weekday: 5, fromMinute: 0, toMinute: 120 }];
  const { mondays, days } = workingWeeks(new Date('2026-04-08T12:00:00Z'), 'America/Los_Angeles');
  expect(mondays.slice(0, 3)).toEqual(['2026-04-13', '2026-04-20', '2026-04-27']);
  expect(shared(seenFrom('Africa/Cairo', days), firstHoursOfFriday).slice(0, 3)).toEqual([120, 60, 120]);
});

const zones = fc.constantFrom(
  ...['Europe/Oslo', 'America/New_York', 'Asia/Tokyo', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Kathmandu'],
  ...['Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Apia', 'America/Los_Angeles', 'UTC'],
);
const window = fc
  .record({
    weekday: fc.integer({ min: 1, max: 7 }),
    from: fc.integer({ min: 0, max: 90 }),
    length: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ weekday, from, length }) => ({
    weekday,
    fromMinute: from * QUARTER,
    toMinute: Math.min(96, from + length) * QUARTER,
  }));
const days = fc.integer({ min: 0, max: 364 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day, 12)));

test('minutes in common are those that both clocks show, in any two zones at any time of the year', () => {
  fc.assert(
    fc.property(zones, zones, days, window, (client, assistant, now, hours) => {
      const working = workingWeeks(now, client).days;
      expect(shared(seenFrom(assistant, working), [hours])).toEqual(sharedByTheClock(working, assistant, [hours]));
    }),
    { numRuns: 60, seed: 42 },
  );
});
