import { code, linesWhere, sourcesIn } from './sources.ts';

/** The one home of rounding, and its SQL twins. */
const HOMES = ['libs/kernel/src/money.ts', 'libs/database/src/migrations/0001-foundations.ts'];
const MONEY = /cents|money|amount|price|\bfees?\b|\brates?\b|total|balance|dollar|usd|earning|invoice/i;

// The local Stripe stands for somebody else's books, which round as Stripe does.
const sources = sourcesIn('libs', 'apps').filter(
  ({ path }) => !HOMES.includes(path) && !path.startsWith('apps/stripe-emulator/'),
);

test('the homes of rounding are where this spec looks for them', () => {
  const found = sourcesIn('libs').filter(({ path }) => HOMES.includes(path));
  expect(found.map(({ path }) => path).sort()).toEqual([...HOMES].sort());
});

test('nothing is rounded outside money.ts', () => {
  expect(linesWhere(sources, (line) => /\bMath\.(round|fround)\b/.test(code(line)))).toEqual([]);
});

test('no amount is cut, and none becomes or leaves a float', () => {
  const cut = /\bMath\.(?:floor|ceil|trunc)\(([^)]*)/g;
  const float = /\bparseFloat\b|\.toFixed\(|\.toPrecision\(/;
  const faulty = (line: string) =>
    [...line.matchAll(cut)].some(([, what]) => MONEY.test(what ?? '')) || (float.test(line) && MONEY.test(line));
  expect(linesWhere(sources, (line) => faulty(code(line)))).toEqual([]);
});

test('SQL rounds no amount outside the functions made for it', () => {
  const sqlRounding = /(?<![.\w])(round|floor|ceil|ceiling|trunc)\s*\(/i;
  const sql = sources.filter(({ path }) => path.startsWith('libs/') && !path.endsWith('.tsx'));
  expect(linesWhere(sql, (line) => sqlRounding.test(code(line)) && MONEY.test(line))).toEqual([]);
});
