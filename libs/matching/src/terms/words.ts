import type { Fit } from '../fit.ts';
import { listed } from '../in-words.ts';
import { type Term, term } from '../term.ts';

const SHORTEST_WORD = 4;
/** Sharing more words than this says no more, and stuffing a profile with them gains nothing. */
const ENOUGH_WORDS = 4;

/** Words of every brief, which tell nobody apart. */
const commonplace = new Set(
  `about after also assistant been before both client each every from have help here hour hours into just like looking
   make more most much must need needs other please some someone such than that their them then there these they this
   those time very virtual want wants week weekly weeks well were what when where which while will with work would your`.split(
    /\s+/,
  ),
);

/** Words that the brief and the assistant's own text share. */
export function words({ wanted, offered }: Fit): Term {
  const asked = wordsOf(wanted.text);
  const said = wordsOf(offered.text);
  const shared = [...asked].filter((word) => said.has(word)).sort();
  const says =
    shared.length > 0
      ? `The brief and the profile both speak of ${listed(shared.slice(0, ENOUGH_WORDS))}.`
      : 'The profile uses no words of the brief.';
  return term('words', Math.min(shared.length, ENOUGH_WORDS), Math.min(asked.size, ENOUGH_WORDS), says, {
    shared: shared.slice(0, ENOUGH_WORDS),
  });
}

function wordsOf(text: string): Set<string> {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(found.map(singular).filter((word) => word.length >= SHORTEST_WORD && !commonplace.has(word)));
}

function singular(word: string): string {
  return word.length > SHORTEST_WORD && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
