import { addDays, instantOf, mondayOf, startOfDate, wallClock } from './zoned.ts';

const OSLO = 'Europe/Oslo';

test('a time on the wall is one instant, and reads back as it was typed', () => {
  const typed = { date: '2026-03-02', time: '09:30' };
  const found = instantOf(typed, OSLO);
  expect(found).toEqual({ kind: 'instant', at: new Date('2026-03-02T08:30:00Z') });
  expect(wallClock(new Date('2026-03-02T08:30:59Z'), OSLO)).toEqual(typed);
});

test('the hour that is skipped when clocks go forward does not exist', () => {
  expect(instantOf({ date: '2026-03-29', time: '02:30' }, OSLO)).toEqual({ kind: 'gap' });
  expect(instantOf({ date: '2026-03-29', time: '03:00' }, OSLO)).toEqual({
    kind: 'instant',
    at: new Date('2026-03-29T01:00:00Z'),
  });
});

test('the hour that comes twice when clocks go back is two instants', () => {
  expect(instantOf({ date: '2026-10-25', time: '02:30' }, OSLO)).toEqual({
    kind: 'fold',
    earlier: new Date('2026-10-25T00:30:00Z'),
    later: new Date('2026-10-25T01:30:00Z'),
  });
});

test.each([
  ['Asia/Kathmandu', '2026-06-01', '2026-05-31T18:15:00.000Z'],
  ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
  // Where clocks go forward at midnight the day begins at one.
  ['America/Asuncion', '2023-10-01', '2023-10-01T04:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, date, begins) => {
  expect(startOfDate(date, zone).toISOString()).toBe(begins);
});

test('weeks begin on Mondays, over the edges of months and years', () => {
  expect(mondayOf('2026-03-08')).toBe('2026-03-02');
  expect(mondayOf('2026-03-09')).toBe('2026-03-09');
  expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
});
