import { byLocale } from '../i18n/spoken.ts';

const offered = [
  'en',
  'nb',
  'sv',
  'da',
  'fi',
  'de',
  'nl',
  'fr',
  'es',
  'pt',
  'it',
  'pl',
  'uk',
  'ro',
  'el',
  'tr',
  'ar',
  'hi',
  'tl',
  'zh',
];
const names = byLocale((spoken) => new Intl.DisplayNames(spoken, { type: 'language' }));

export function languageName(code: string): string {
  return names().of(code) ?? code;
}

/** Those that are often asked for, and whichever are chosen already. */
export function languageOptions(chosen: readonly string[]): { value: string; label: string }[] {
  return [...new Set([...offered, ...chosen])].map((value) => ({ value, label: languageName(value) }));
}
