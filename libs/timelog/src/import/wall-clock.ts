/** How a file writes its dates. Slashes do not say whether the day or the month comes first: the whole file may. */
export type DateOrder = 'day_first' | 'month_first';

export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

type DateShape =
  | { readonly kind: 'certain'; readonly date: PlainDate }
  | { readonly kind: 'either'; readonly first: number; readonly second: number; readonly year: number };

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
/** With dots the day comes first wherever dots are used. */
const DAY_FIRST = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const EITHER_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** Null when the text is no date in any of the ways that the exports write one. */
export function readDate(text: string): DateShape | null {
  const iso = numbers(YEAR_FIRST, text);
  if (iso) return certain({ year: iso[0], month: iso[1], day: iso[2] });
  const dotted = numbers(DAY_FIRST, text);
  if (dotted) return certain({ day: dotted[0], month: dotted[1], year: dotted[2] });
  const slashed = numbers(EITHER_FIRST, text);
  return slashed && { kind: 'either', first: slashed[0], second: slashed[1], year: slashed[2] };
}

/** The order that every date of the file allows; null when both would do, or neither. */
export function dateOrderOf(dates: readonly DateShape[]): DateOrder | null {
  const unsure = dates.filter((date) => date.kind === 'either');
  const dayFirst = unsure.some(({ first }) => first > 12);
  const monthFirst = unsure.some(({ second }) => second > 12);
  if (dayFirst === monthFirst) return null;
  return dayFirst ? 'day_first' : 'month_first';
}

/** Null when there is no such day in the calendar. */
export function settle(shape: DateShape, order: DateOrder): PlainDate | null {
  if (shape.kind === 'certain') return existing(shape.date);
  const { first, second, year } = shape;
  return existing(order === 'day_first' ? { day: first, month: second, year } : { month: first, day: second, year });
}

/** `HH:MM:SS` of `14:05`, `14:05:30`, `2:05 PM` or `02:05:30 PM`; null when it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?m\.?)?$/i.exec(text.replaceAll(/[\u00a0\u202f]/g, ' '));
  if (!match) return null;
  const [minute, second] = [Number(match[2]), Number(match[3] ?? 0)];
  const hour = match[4] ? onTwelveHours(Number(match[1]), match[4]) : Number(match[1]);
  if (hour === null || hour > 23 || minute > 59 || second > 59) return null;
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Seconds of `8:05:30`, `08:05` or `125:00:00`; null when it is no duration. */
export function readDuration(text: string): number | null {
  const match = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(text);
  return match && Number(match[1]) * 3_600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
}

export function isoDate({ year, month, day }: PlainDate): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function onTwelveHours(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

function existing(date: PlainDate): PlainDate | null {
  const check = new Date(Date.UTC(date.year, date.month - 1, date.day));
  return check.getUTCMonth() === date.month - 1 && check.getUTCDate() === date.day ? date : null;
}

function certain(date: PlainDate): DateShape {
  return { kind: 'certain', date };
}

function numbers(pattern: RegExp, text: string): [number, number, number] | null {
  const match = pattern.exec(text);
  return match && [Number(match[1]), Number(match[2]), Number(match[3])];
}
