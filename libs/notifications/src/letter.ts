import type { Language } from '@app/identity';
import type { Money } from '@app/kernel';

import type { LetterName, PhraseName } from './words/words.ts';

/** What somebody is told, in no language yet: which words say it, what they are filled with, and where to go next. */
export interface Letter {
  readonly says: LetterName;
  readonly facts?: Facts;
  /** The page of Kontor where the one thing to do next is done. */
  readonly path?: string;
}

/** A part of a letter with words of its own, such as the name of a code. */
export interface Phrase {
  readonly says: PhraseName;
  readonly facts?: Facts;
}

/** Written as the reader writes it; some phrases as a list. What is not there, null or no phrase, is `none` to the words. */
export type Fact = string | number | Money | Date | Phrase | readonly Phrase[] | null;
export type Facts = Readonly<Record<string, Fact>>;

/** A letter and who gets it. `about` is the same in every try to send it, and no two letters of one event share it. */
export interface AddressedLetter {
  readonly about: string;
  readonly to: Recipient;
  readonly letter: Letter;
}

export interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly zone: string;
  /** Null: they never said, and are written to in English. */
  readonly language: Language | null;
}
