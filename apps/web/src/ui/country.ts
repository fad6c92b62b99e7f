import { byLocale } from '../i18n/spoken.ts';

const names = byLocale((spoken) => new Intl.DisplayNames(spoken, { type: 'region' }));

/** `PT` as `Portugal`. */
export function countryName(code: string): string {
  return names().of(code) ?? code;
}
