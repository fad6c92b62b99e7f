import fc from 'fast-check';

import { SheetWeek } from './sheet-week.ts';
import type { TimeEntry } from './time-entry.ts';
import { secondsAfter, secondsOf, without } from './time-range.ts';
import { Timesheet } from './timesheet.ts';
import { fill, promote, reached } from './weekly-limit.ts';

const monday = new Date('2026-03-02T00:00:00Z');
const nextMonday = new Date('2026-03-09T00:00:00Z');
const at = (seconds: number) => secondsAfter(monday, seconds);
const draft = {
  chainId: 'chain',
  contractId: 'contract',
  assistantId: 'ben',
  note: 'Answered the mail',
  source: 'manual',
  importId: null,
} as const;

function week(limitSeconds: number, start = monday, end = nextMonday, id = start.toISOString()): SheetWeek {
  const counters = { limitSeconds, countedSeconds: 0, overLimitSeconds: 0 };
  return new SheetWeek({ id, contractId: 'contract', start, end, freezesAt: end, state: 'open', ...counters });
}

const closed = (entry: TimeEntry) => secondsOf({ start: entry.start, end: entry.end! });
const sum = (entries: TimeEntry[], bucket: string) =>
  entries.filter((entry) => entry.bucket === bucket).reduce((total, entry) => total + closed(entry), 0);

test('time is cut at the second in which the limit is reached', () => {
  const only = week(3_601);
  const pieces = new Timesheet([only]).log(draft, [{ start: at(0), end: at(7_200) }], { verb: 'logged' });
  expect(pieces).toMatchObject([
    { start: at(0), end: at(3_601), bucket: 'within' },
    { start: at(3_601), end: at(7_200), bucket: 'over_limit' },
  ]);
  expect(only).toMatchObject({ countedSeconds: 3_601, overLimitSeconds: 3_599 });
});

test("time is cut at the week's edge, each part in its own week", () => {
  const next = week(1_000_000, nextMonday, new Date('2026-03-16T00:00:00Z'));
  const sheet = new Timesheet([week(1_000_000), next]);
  const pieces = sheet.log(draft, [{ start: secondsAfter(nextMonday, -10), end: secondsAfter(nextMonday, 20) }], {
    verb: 'logged',
  });
  expect(pieces.map(closed)).toEqual([10, 20]);
  expect(pieces[1]).toMatchObject({ contractWeekId: next.id, start: nextMonday, chainId: 'chain' });
});

test('room that comes free goes to the earliest time over the limit, to the second', () => {
  const only = week(3_600);
  const sheet = new Timesheet([only]);
  const [first, ...over] = [
    ...sheet.log(draft, [{ start: at(0), end: at(3_600) }], { verb: 'logged' }),
    ...sheet.log(draft, [{ start: at(9_000), end: at(9_600) }], { verb: 'logged' }),
    ...sheet.log(draft, [{ start: at(8_000), end: at(8_600) }], { verb: 'logged' }),
  ];
  sheet.takeChanges();
  sheet.change(first!, {}, [{ start: at(0), end: at(2_900) }], { verb: 'trimmed' });
  expect(sheet.promotable).toEqual([only]);
  sheet.promote(only, over);
  const promoted = sheet.takeChanges().filter(({ change }) => change === 'moved');
  expect(promoted.map(({ after }) => [after?.start, after?.end])).toEqual([
    [at(8_000), at(8_600)],
    [at(9_000), at(9_100)],
  ]);
  expect(only).toMatchObject({ countedSeconds: 3_600, overLimitSeconds: 500 });
});

test('warnings come at 80, 95 and 100 percent', () => {
  expect([79, 80, 94, 95, 99, 100, 130].map((seconds) => reached(seconds, 100))).toEqual([
    null,
    80,
    80,
    95,
    95,
    100,
    100,
  ]);
});

const ranges = fc
  .tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
  .map(([start, length]) => ({ start: at(start), end: at(start + length) }));

test('whatever is cut out, no second is lost and none remains taken', () => {
  fc.assert(
    fc.property(ranges, fc.array(ranges, { maxLength: 5 }), (range, taken) => {
      const inside = (instant: Date, { start, end }: { start: Date; end: Date | null }) =>
        start <= instant && (end === null || instant < end);
      const left = without(range, taken);
      const wrong = Array.from({ length: 2_001 }, (_, second) => at(second)).filter((instant) => {
        const wanted = inside(instant, range) && !taken.some((hole) => inside(instant, hole));
        return left.filter((piece) => inside(instant, piece)).length !== (wanted ? 1 : 0);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('however room is filled and freed, every second is counted once and none fits twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), ranges, (room, range) => {
      const parts = fill(room, range);
      expect(parts.reduce((total, part) => total + secondsOf(part), 0)).toBe(secondsOf(range));
      const over = { ...draft, id: 'x', contractWeekId: 'w', bucket: 'over_limit', ...range } satisfies TimeEntry;
      const within = promote(room, [over]).flatMap((promotion) => promotion.parts.filter((p) => p.bucket === 'within'));
      expect(within.reduce((total, part) => total + secondsOf(part), 0)).toBe(Math.min(room, secondsOf(range)));
    }),
  );
});

test('a week counts exactly what its entries hold, whatever is logged and taken back', () => {
  fc.assert(
    fc.property(
      fc.array(ranges, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 4_000 }),
      (logs, limit) => {
        const only = week(limit);
        const sheet = new Timesheet([only]);
        let held: TimeEntry[] = [];
        for (const [index, range] of logs.entries()) {
          held.push(...sheet.log(draft, [range], { verb: 'logged' }));
          if (index % 3 === 2) sheet.delete(held.shift()!);
        }
        for (const target of sheet.promotable) {
          sheet.takeChanges();
          sheet.promote(
            target,
            held.filter((entry) => entry.bucket === 'over_limit'),
          );
          const changes = sheet.takeChanges();
          const replaced = new Set(changes.map(({ before }) => before?.id));
          held = [...held.filter(({ id }) => !replaced.has(id)), ...changes.flatMap(({ after }) => after ?? [])];
        }
        expect(only.countedSeconds).toBe(sum(held, 'within'));
        expect(only.overLimitSeconds).toBe(sum(held, 'over_limit'));
        expect(only.overLimitSeconds === 0 || only.roomSeconds === 0).toBe(true);
      },
    ),
  );
});
