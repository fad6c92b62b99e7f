import { code, linesWhere, sourcesIn } from './sources.ts';

/** PostgreSQL's own clock in any of its names. TypeScript's `clock.now()` and the declaration `now(): Date` are not. */
const POSTGRES_CLOCK =
  /(?<![.\w])now\(\)(?!\s*[:{])|\b(current_(timestamp|date|time)|localtimestamp)\b|\b(clock|statement|transaction)_timestamp\(|\btimeofday\(/i;

test('SQL never asks PostgreSQL what time it is: tests could not move it', () => {
  const sources = sourcesIn('libs', 'apps/api', 'apps/worker');
  expect(linesWhere(sources, (line) => POSTGRES_CLOCK.test(code(line)))).toEqual([]);
});

test.each([
  'where due_at <= now()',
  'default CURRENT_TIMESTAMP',
  'select clock_timestamp()',
  'where day = current_date',
])('this spec would see %s', (sql) => expect(sql).toMatch(POSTGRES_CLOCK));

test.each(['const now = this.clock.now();', '  now(): Date {'])('this spec lets %s be', (line) =>
  expect(line).not.toMatch(POSTGRES_CLOCK),
);
