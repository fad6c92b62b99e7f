import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Shorter ones are part of too many good passwords. */
const SHORTEST_WORD = 5;

let words: Set<string> | undefined;
let longest = 0;

/**
 * The length of the longest of the 49,000 most used passwords that begins there, in lower case; 0 when none does. They
 * are read when the first password is chosen: 3 MB that a process in which nobody chooses one never holds.
 */
export function commonWordAt(text: string, start: number): number {
  const known = (words ??= read());
  for (let length = Math.min(longest, text.length - start); length >= SHORTEST_WORD; length -= 1) {
    if (known.has(text.slice(start, start + length))) return length;
  }
  return 0;
}

function read(): Set<string> {
  const list = createRequire(import.meta.url).resolve('@zxcvbn-ts/language-common/src/passwords.json');
  const all = JSON.parse(readFileSync(list, 'utf8')) as string[];
  const kept = all.filter(({ length }) => length >= SHORTEST_WORD).map((word) => word.toLowerCase());
  longest = kept.reduce((most, { length }) => Math.max(most, length), 0);
  return new Set(kept);
}
