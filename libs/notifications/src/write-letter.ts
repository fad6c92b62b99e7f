import type { Language } from '@app/identity';
import { Money } from '@app/kernel';
import { createTranslator } from 'use-intl/core';

import type { Fact, Facts, Letter, Phrase, Recipient } from './letter.ts';
import { readWords } from './words/words.ts';

/** How each writes numbers, dates and money. */
const locales = { en: 'en-GB', nb: 'nb-NO', sv: 'sv-SE' } as const satisfies Record<Language, string>;

/** A letter in its reader's language, before it is dressed as text and as HTML. */
export interface WrittenLetter {
  readonly language: Language;
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** What to do next, and where: a page of Kontor, by its path. */
  readonly action: { readonly label: string; readonly path: string } | null;
  readonly signature: string;
}

/** Throws when the words name a fact that the letter does not have. */
export function writeLetter({ says, facts = {}, path }: Letter, { name, zone, language }: Recipient): WrittenLetter {
  const voice = voiceOf(language ?? 'en');
  const say = (words: string, given: Facts = facts) => voice.say(words, given, zone);
  return {
    language: voice.language,
    subject: say(`${says}.subject`),
    greeting: say('frame.greeting', { name }),
    paragraphs: Array.from(voice.paragraphsOf(says), (_, at) => say(`${says}.body.${at}`)).filter(Boolean),
    action: path === undefined ? null : { label: say(`${says}.action`), path },
    signature: say('frame.signature'),
  };
}

type Translate = (words: string, values: Readonly<Record<string, string | number>>) => string;
type Worded = Readonly<Record<string, Readonly<Record<string, { readonly body?: readonly string[] }>>>>;

/** One language, with its formats: making one costs more than using it a hundred times. */
class Voice {
  readonly #words: Worded;
  readonly #translate: Translate;
  readonly #dollars: Intl.NumberFormat;
  readonly #list: Intl.ListFormat;

  constructor(readonly language: Language) {
    const locale = locales[language];
    const messages = readWords(language);
    this.#words = messages as unknown as Worded;
    this.#translate = createTranslator({ locale, messages, timeZone: 'UTC', onError: rethrow }) as unknown as Translate;
    this.#dollars = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
    });
    this.#list = new Intl.ListFormat(locale);
  }

  paragraphsOf(letter: string): readonly string[] {
    const [family = '', name = ''] = letter.split('.');
    return this.#words[family]?.[name]?.body ?? [];
  }

  say(words: string, facts: Facts, zone: string): string {
    const values = Object.entries(facts).map(([name, fact]) => [name, this.#write(fact, zone)] as const);
    return this.#translate(words, Object.fromEntries(values));
  }

  #write(fact: Fact, zone: string): string | number {
    if (fact === null) return 'none';
    if (typeof fact !== 'object') return fact;
    if (fact instanceof Money) return this.#dollars.format(fact.cents / 100);
    if (fact instanceof Date) return this.#when(fact, zone);
    const phrases = Array.isArray(fact) ? (fact as readonly Phrase[]) : [fact as Phrase];
    if (phrases.length === 0) return 'none';
    return this.#list.format(phrases.map((phrase) => this.say(phrase.says, phrase.facts ?? {}, zone)));
  }

  /** In the reader's own zone, which it names: `Friday, 13 March 2026 at 16:59 (Europe/Lisbon)`. */
  #when(instant: Date, zone: string): string {
    const words = new Intl.DateTimeFormat(locales[this.language], {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: zone,
    });
    return `${words.format(instant)} (${zone})`;
  }
}

const voices = new Map<Language, Voice>();

function voiceOf(language: Language): Voice {
  const known = voices.get(language) ?? new Voice(language);
  voices.set(language, known);
  return known;
}

function rethrow(error: unknown): never {
  throw error;
}
