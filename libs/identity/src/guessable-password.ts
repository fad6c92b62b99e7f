import { commonWordAt } from './common-passwords.ts';

/** Whose password it is: what is known of people is tried first. */
export interface About {
  readonly email: string;
  readonly name: string;
}

/** As much as has to be left when all that is tried first is taken away. */
const FEWEST_LEFT = 5;
const SHORTEST_PASSWORD = 12;
const SHORTEST_RUN = 4;
const SHORTEST_OWN_WORD = 3;
const OUR_NAME = 'kontor';

const rows = [
  ...['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'azertyuiop'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm', 'qazwsxedcrfvtgbyhnujm'],
];
const runs = [...rows, ...rows.map((row) => row.split('').reverse().join(''))];

/** How letters are written to look like others. A 1 may be either of two. */
const looks: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '0': 'o', $: 's', '5': 's', '7': 't' };
const ones = ['i', 'l'];

/**
 * Whether this is one of the passwords that are tried first: a common one, also lengthened or with letters written as
 * digits, somebody's own name or address, a row of the keyboard, or a short piece repeated. No rule says which
 * characters it must have.
 */
export function isGuessable(password: string, about?: About): boolean {
  const plain = password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (periodOf(plain) < Math.min(SHORTEST_PASSWORD, plain.length)) return true;
  const own = ownWords(about);
  return [plain, ...ones.map((one) => unmasked(plain, one))].some((meant) => isThin(meant, plain, own));
}

/** The length of the piece that the text repeats; its own length when it repeats none. */
function periodOf(text: string): number {
  return (text + text).indexOf(text, 1);
}

function unmasked(text: string, one: string): string {
  return text.replace(/[@$!\d]/g, (each) => (each === '1' || each === '!' ? one : (looks[each] ?? each)));
}

function ownWords(about: About | undefined): string[] {
  const said = about === undefined ? '' : `${about.email} ${about.name}`;
  const parts = said
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return [OUR_NAME, ...parts.filter(({ length }) => length >= SHORTEST_OWN_WORD)].toSorted(
    (a, b) => b.length - a.length,
  );
}

/** One common word at most, and hardly anything besides: what stands around it as written (`2024!`) is tried with it. */
function isThin(text: string, written: string, own: readonly string[]): boolean {
  const common = new Set<string>();
  let found = false;
  let left = '';
  for (let place = 0; place < text.length;) {
    const word = commonWordAt(text, place);
    const worthless = Math.max(runAt(text, place), ownWordAt(text, place, own));
    const known = Math.max(word, worthless);
    if (word > worthless) common.add(text.slice(place, place + word));
    found ||= known > 0;
    left += known > 0 ? '' : (written[place] ?? '');
    place += Math.max(1, known);
  }
  return found && common.size <= 1 && left.replace(/^\P{L}+|\P{L}+$/gu, '').length < FEWEST_LEFT;
}

function ownWordAt(text: string, place: number, own: readonly string[]): number {
  return own.find((word) => text.startsWith(word, place))?.length ?? 0;
}

/** How many characters from there on stand beside each other on a keyboard or in the alphabet, or are the same. */
function runAt(text: string, place: number): number {
  let length = SHORTEST_RUN;
  const isRun = () => {
    const piece = text.slice(place, place + length);
    return piece.length === length && (new Set(piece).size === 1 || runs.some((row) => row.includes(piece)));
  };
  while (isRun()) length += 1;
  return length > SHORTEST_RUN ? length - 1 : 0;
}
