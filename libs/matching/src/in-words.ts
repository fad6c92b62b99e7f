import type { Names } from './fit.ts';

// Made once: making one takes longer than a whole score.
const list = new Intl.ListFormat('en');
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const place = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** `Gmail, Canva, and Buffer`. */
export function listed(words: readonly string[]): string {
  return list.format(words);
}

export function nameOf(names: Names, code: string): string {
  return names.get(code) ?? code;
}

/** `30 March`, of a date such as `2026-03-30`. */
export function dayAndMonth(day: string): string {
  return date.format(new Date(day));
}

/** `1st`, `22nd`, `93rd`, `11th`. */
export function ordinal(number: number): string {
  return `${number}${endings[place.select(number)] ?? 'th'}`;
}
