import { LOCALE } from './reader.tsx';

const names = new Intl.DisplayNames(LOCALE, { type: 'region' });

/** `PT` as `Portugal`. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}
