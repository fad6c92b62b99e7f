import { Temporal } from 'temporal-polyfill';

/** One work week of a client: `[start, end)` in UTC instants, from a Monday's first instant to the next, in the client's zone. */
export interface Week {
  readonly start: Date;
  readonly end: Date;
  /** IANA name, such as `Europe/Oslo`. */
  readonly zone: string;
}

export class UnknownZone extends RangeError {
  constructor(zone: string) {
    super(`${zone} is not an IANA time zone`);
  }
}

/**
 * The week that contains `instant`. A week has 168 hours, or 167 or 169 when the zone's clocks change within it.
 * Its edges are the first instants of the local Mondays: where midnight does not exist that day, the day begins later.
 */
export function weekOf(instant: Date, zone: string): Week {
  const date = localDate(instant, zone);
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return { start: startOfDay(monday, zone), end: startOfDay(monday.add({ days: 7 }), zone), zone };
}

export function weekAfter(week: Week): Week {
  return weekOf(week.end, week.zone);
}

/** The Monday that begins the week, as `2026-03-02`. */
export function mondayOf(week: Week): string {
  return localDate(week.start, week.zone).toString();
}

/** The instant of a wall-clock time `days` after the week's own Monday. A time in a gap is taken just after it. */
export function instantInWeek(week: Week, days: number, hour: number): Date {
  const date = localDate(week.start, week.zone).add({ days });
  if (hour === 0) return startOfDay(date, week.zone);
  return toDate(date.toZonedDateTime({ timeZone: week.zone, plainTime: { hour } }));
}

/** Minutes east of UTC at that instant. */
export function offsetMinutes(instant: Date, zone: string): number {
  return zoned(instant, zone).offsetNanoseconds / 60_000_000_000;
}

export function assertZone(zone: string): void {
  zoned(new Date(0), zone);
}

export type LocalTime =
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'gap' }
  | { readonly kind: 'fold'; readonly earlier: Date; readonly later: Date };

/**
 * The instant of a wall-clock time such as `2026-03-29T02:30:00`. Clocks that spring forward leave a gap where there is
 * no such time, and clocks that fall back a fold where there are two: the caller refuses the one and asks about the other.
 */
export function localTime(wallClock: string, zone: string): LocalTime {
  const plain = Temporal.PlainDateTime.from(wallClock);
  const earlier = toDate(plain.toZonedDateTime(zone, { disambiguation: 'earlier' }));
  const later = toDate(plain.toZonedDateTime(zone, { disambiguation: 'later' }));
  if (earlier.getTime() === later.getTime()) return { kind: 'instant', at: earlier };
  const exists = zoned(earlier, zone).toPlainDateTime().equals(plain);
  return exists ? { kind: 'fold', earlier, later } : { kind: 'gap' };
}

function localDate(instant: Date, zone: string): Temporal.PlainDate {
  return zoned(instant, zone).toPlainDate();
}

function startOfDay(date: Temporal.PlainDate, zone: string): Date {
  return toDate(date.toZonedDateTime(zone));
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  } catch {
    throw new UnknownZone(zone);
  }
}

function toDate(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}
