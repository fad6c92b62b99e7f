import { createTranslator, type Locale, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core';

import type { Messages } from './messages.ts';

// One page is written for one reader: whoever changes the language has all of it redrawn (language-provider.tsx), so
// that what writes a number or names a zone need not be told for whom.
let spoken: Locale = 'en-GB';
let messages: Messages | null = null;
const translators = new Map<string, unknown>();

/** The BCP 47 locale that numbers, money, dates and names are written in. */
export function locale(): Locale {
  return spoken;
}

export function speak(next: Locale, said: Messages): void {
  if (messages === said) return;
  spoken = next;
  messages = said;
  translators.clear();
}

/** Messages outside of a component, for words that are part of a number or a refusal. In a component: `useTranslations`. */
export function translator<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(namespace: Namespace) {
  if (!messages) throw new Error('No language is spoken yet');
  const known = translators.get(namespace);
  if (known) return known as ReturnType<typeof createTranslator<Messages, Namespace>>;
  const made = createTranslator<Messages, Namespace>({ locale: spoken, messages, namespace, timeZone: 'UTC' });
  translators.set(namespace, made);
  return made;
}

/** A format a locale, made once: making one costs more than using it a hundred times. */
export function byLocale<Format>(make: (locale: Locale) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const known = made.get(spoken) ?? make(spoken);
    made.set(spoken, known);
    return known;
  };
}
