// One page is written for one reader: whoever changes the language has all of it redrawn (i18n/language-provider.tsx).
let spoken = 'en-GB';

/** The BCP 47 locale that numbers, money, dates and names are written in. */
export function locale(): string {
  return spoken;
}

export function speak(next: string): void {
  spoken = next;
}

/** A format a locale, made once: making one costs more than using it a hundred times. */
export function byLocale<Format>(make: (locale: string) => Format): () => Format {
  const made = new Map<string, Format>();
  return () => {
    const known = made.get(spoken) ?? make(spoken);
    made.set(spoken, known);
    return known;
  };
}
