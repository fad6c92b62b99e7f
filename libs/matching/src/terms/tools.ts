import type { Fit, Names } from '../fit.ts';
import { listed, nameOf } from '../in-words.ts';
import { type Term, term } from '../term.ts';

/** Tools in common. A brief that names none asks for none, and everybody has what it asks. */
export function tools({ wanted, offered }: Fit, names: Names): Term {
  if (wanted.tools.length === 0) return term('tools', 1, 1, 'The brief asks for no tool in particular.');
  const named = (codes: readonly string[]) => listed(codes.map((code) => nameOf(names, code)));
  const has = wanted.tools.filter((code) => offered.tools.includes(code));
  const lacks = wanted.tools.filter((code) => !offered.tools.includes(code));
  const says = [has.length > 0 ? `works with ${named(has)}` : '', lacks.length > 0 ? `not with ${named(lacks)}` : ''];
  return term('tools', has.length, wanted.tools.length, sentence(says.filter(Boolean).join('; ')), {
    has: has.map((code) => ({ code, name: nameOf(names, code) })),
    lacks: lacks.map((code) => ({ code, name: nameOf(names, code) })),
  });
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
