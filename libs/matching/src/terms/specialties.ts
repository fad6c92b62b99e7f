import type { Fit, Names } from '../fit.ts';
import { listed, nameOf } from '../in-words.ts';
import { type Term, term } from '../term.ts';

const HIGHEST_LEVEL = 3;

/** The assistant's level in each specialty that is wanted. */
export function specialties({ wanted, offered }: Fit, names: Names): Term {
  const levels = new Map(offered.specialties.map(({ code, level }) => [code, level]));
  const has = wanted.specialties.filter((code) => levels.has(code));
  const lacks = wanted.specialties.filter((code) => !levels.has(code));
  const sum = has.reduce((total, code) => total + (levels.get(code) ?? 0), 0);
  const strong = has.map((code) => `${nameOf(names, code)} at level ${levels.get(code)} of ${HIGHEST_LEVEL}`);
  const missing = lacks.length > 0 ? `; not ${listed(lacks.map((code) => nameOf(names, code)))}` : '';
  return term('specialties', sum, HIGHEST_LEVEL * wanted.specialties.length, `${listed(strong)}${missing}.`, {
    has: has.map((code) => ({ code, level: levels.get(code) ?? 0 })),
    lacks: lacks.map((code) => ({ code })),
  });
}
