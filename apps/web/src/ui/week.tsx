import { locale } from '../i18n/spoken.ts';
import { wallClock } from './zoned.ts';

const DAY_MS = 86_400_000;

/** A work week by its dates in its own zone: `2–8 March`. The end is the first instant after it. */
export function Week({ start, end, zone }: { readonly start: string; readonly end: string; readonly zone: string }) {
  return <span className="whitespace-nowrap">{formatWeek(start, end, zone)}</span>;
}

export function formatWeek(start: string, end: string, zone: string): string {
  const first = atNoon(wallClock(new Date(start), zone).date);
  const last = new Date(atNoon(wallClock(new Date(end), zone).date).getTime() - DAY_MS);
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).formatRange(
    first,
    last,
  );
}

function atNoon(date: string): Date {
  return new Date(`${date}T12:00Z`);
}
