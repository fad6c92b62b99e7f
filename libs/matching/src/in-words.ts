import type { Names } from './fit.ts';

const list = new Intl.ListFormat('en');

/** `Gmail, Canva, and Buffer`. */
export function listed(words: readonly string[]): string {
  return list.format(words);
}

export function nameOf(names: Names, code: string): string {
  return names.get(code) ?? code;
}

/** `30 March`, of a date such as `2026-03-30`. */
export function dayAndMonth(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** `1st`, `22nd`, `93rd`, `11th`. */
export function ordinal(number: number): string {
  const endings: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
  return `${number}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th'}`;
}
