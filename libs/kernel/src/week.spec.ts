import { defaultCyclePolicy, timeline } from './timeline.ts';
import { localTime, mondayOf, weekAfter, weekOf } from './week.ts';

const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

test('a week runs from Monday 00:00 to Monday 00:00 in its own zone', () => {
  const week = weekOf(new Date('2026-03-04T09:00:00Z'), 'Europe/Oslo');
  expect(week.start).toEqual(new Date('2026-03-01T23:00:00Z'));
  expect(week.end).toEqual(new Date('2026-03-08T23:00:00Z'));
  expect(mondayOf(week)).toBe('2026-03-02');
});

test.each([
  ['2026-03-25T12:00:00Z', 'Europe/Oslo', 167],
  ['2026-10-21T12:00:00Z', 'Europe/Oslo', 169],
  ['2026-03-05T12:00:00Z', 'America/New_York', 167],
  ['2026-06-10T12:00:00Z', 'Asia/Manila', 168],
])('the week of %s in %s has %i hours', (instant, zone, length) => {
  const week = weekOf(new Date(instant), zone);
  expect(hours(week.start, week.end)).toBe(length);
});

test('weeks follow each other without a gap, in every zone', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    let week = weekOf(new Date('2026-01-01T12:00:00Z'), zone);
    for (let n = 0; n < 60; n += 1) {
      const next = weekAfter(week);
      if (next.start.getTime() !== week.end.getTime())
        throw new Error(`${zone} leaves a gap at ${week.end.toISOString()}`);
      week = next;
    }
  }
});

test('a worked week in Boston freezes on Monday noon there, is reviewed to Friday 24:00, and is held five days', () => {
  const week = weekOf(new Date('2026-03-04T12:00:00Z'), 'America/New_York'); // clocks go forward on its Sunday
  const issued = new Date('2026-03-09T16:00:00Z');
  const line = timeline(week, defaultCyclePolicy, 'new');
  expect(line.freezesAt).toEqual(issued);
  const reviewed = line.reviewEndsAt(issued);
  expect(reviewed).toEqual(new Date('2026-03-14T04:00:00Z'));
  expect(line.releasesAt(issued, reviewed)).toEqual(new Date('2026-03-19T04:00:00Z'));
  expect(timeline(week, defaultCyclePolicy, 'trusted').releasesAt(issued, reviewed)).toEqual(reviewed);
});

test('a late invoice still leaves 72 hours to review', () => {
  const line = timeline(weekOf(new Date('2026-03-04T12:00:00Z'), 'Europe/Oslo'), defaultCyclePolicy, 'new');
  expect(line.reviewEndsAt(new Date('2026-03-12T12:00:00Z'))).toEqual(new Date('2026-03-15T12:00:00Z'));
});

test('a wall-clock time in the spring gap does not exist, and in the autumn fold it is two instants', () => {
  expect(localTime('2026-03-29T02:30:00', 'Europe/Oslo')).toEqual({ kind: 'gap' });
  expect(localTime('2026-10-25T02:30:00', 'Europe/Oslo')).toEqual({
    kind: 'fold',
    earlier: new Date('2026-10-25T00:30:00Z'),
    later: new Date('2026-10-25T01:30:00Z'),
  });
  expect(localTime('2026-03-28T02:30:00', 'Europe/Oslo')).toEqual({
    kind: 'instant',
    at: new Date('2026-03-28T01:30:00Z'),
  });
});
