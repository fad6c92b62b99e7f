export const languages = ['en', 'nb', 'sv'] as const;
export type Language = (typeof languages)[number];

/** How each writes numbers, dates and money. */
export const locales = { en: 'en-GB', nb: 'nb-NO', sv: 'sv-SE' } as const satisfies Record<Language, string>;

const KEPT_AS = 'language';
/** Norwegian under its other names: a browser may ask for any of them. */
const alsoKnownAs: Readonly<Record<string, Language>> = { no: 'nb', nn: 'nb' };

function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/** The language of this visit until an account says otherwise: the one chosen here before, else the browser's first. */
export function likelyLanguage(): Language {
  const kept = keptLanguage();
  return kept ?? firstKnown(navigator.languages) ?? 'en';
}

/** The first of these tags, such as `nn-NO`, that Kontor speaks. */
export function firstKnown(tags: readonly string[]): Language | undefined {
  for (const tag of tags) {
    const [primary = ''] = tag.toLowerCase().split('-');
    const known = isLanguage(primary) ? primary : alsoKnownAs[primary];
    if (known) return known;
  }
  return undefined;
}

/** What was chosen in this browser; null when nothing was, or when it keeps nothing. */
function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // No storage: it is spoken for this visit.
  }
}
