import { locale } from '../i18n/spoken.ts';
import { useReader, zoneName } from './reader.tsx';
import { addDays, wallClock } from './zoned.ts';

export type InstantStyle = 'time' | 'date' | 'day' | 'monthDay' | 'moment' | 'record';

const styles: Readonly<Record<InstantStyle, Intl.DateTimeFormatOptions>> = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  monthDay: { day: 'numeric', month: 'long' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  moment: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** To be read years later too. */
  record: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
};

interface InstantProps {
  /** ISO string of the api. */
  readonly at: string | Date;
  readonly as?: InstantStyle;
  /** The end of something: 00:00 of the next day is written as 24:00. */
  readonly isEnd?: boolean;
  /** Another zone than the reader's, which is then said. */
  readonly zone?: string;
}

/** An instant in the reader's own zone. */
export function Instant({ at, as = 'moment', isEnd = false, zone }: InstantProps) {
  const reader = useReader();
  const date = typeof at === 'string' ? new Date(at) : at;
  const shown = zone ?? reader.zone;
  return (
    <time dateTime={date.toISOString()} title={zoneName(shown)}>
      {formatInstant(date, { zone: shown, as, isEnd })}
      {zone && zone !== reader.zone ? ` ${zoneName(zone)}` : null}
    </time>
  );
}

/** A plain date, `2026-03-02`, which is the same day everywhere. */
export function formatDate(date: string): string {
  return write(new Date(`${date}T12:00Z`), 'UTC', 'date');
}

/** A plain date without its year: `30 March`. */
export function formatDay(date: string): string {
  return write(new Date(`${date}T12:00Z`), 'UTC', 'monthDay');
}

export function formatInstant(
  instant: Date,
  { zone, as = 'moment', isEnd = false }: { zone: string; as?: InstantStyle; isEnd?: boolean },
): string {
  const { date, time } = wallClock(instant, zone);
  if (isEnd && time === '00:00') {
    const eve = new Date(`${addDays(date, -1)}T12:00Z`);
    if (as === 'time') return '24:00';
    const day = write(eve, 'UTC', as === 'moment' ? 'day' : as);
    return as === 'moment' ? `${day}, 24:00` : day;
  }
  return write(instant, zone, as);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function write(instant: Date, zone: string, as: InstantStyle): string {
  const key = `${locale()} ${zone} ${as}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale(), { ...styles[as], timeZone: zone });
    formats.set(key, format);
  }
  return format.format(instant);
}
