// Wall-clock arithmetic in an IANA zone by Intl alone: a Temporal polyfill would cost the entry a fifth of its size.

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export interface WallClock {
  /** `2026-03-02` */
  readonly date: string;
  /** `09:30` */
  readonly time: string;
}

export type Zoned =
  | { readonly kind: 'instant'; readonly at: Date }
  | { readonly kind: 'gap' }
  | { readonly kind: 'fold'; readonly earlier: Date; readonly later: Date };

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows in that zone. */
export function wallClock(instant: Date, zone: string): WallClock {
  const parts = Object.fromEntries(
    partsFormat(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
}

/** The instant of a wall-clock time. Where clocks spring forward there may be none, and where they fall back two. */
export function instantOf({ date, time }: WallClock, zone: string): Zoned {
  const asUtc = Date.parse(`${date}T${time}Z`);
  const offsets = new Set([asUtc - DAY_MS, asUtc + DAY_MS].map((near) => offsetMs(new Date(near), zone)));
  const candidates = [...offsets]
    .map((offset) => new Date(asUtc - offset))
    .filter((candidate) => {
      const shown = wallClock(candidate, zone);
      return shown.date === date && shown.time === time;
    })
    .sort((a, b) => a.getTime() - b.getTime());
  const [earlier, later] = candidates;
  if (!earlier) return { kind: 'gap' };
  return later ? { kind: 'fold', earlier, later } : { kind: 'instant', at: earlier };
}

/** Today's date there. */
export function today(zone: string): string {
  return wallClock(new Date(), zone).date;
}

/** The date so many days after that one. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday on or before that date. */
export function mondayOf(date: string): string {
  const weekday = (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
  return addDays(date, -weekday);
}

/** The first instant of a local date. */
export function startOfDate(date: string, zone: string): Date {
  for (const time of ['00:00', '00:30', '01:00']) {
    const found = instantOf({ date, time }, zone);
    if (found.kind === 'instant') return found.at;
    if (found.kind === 'fold') return found.earlier;
  }
  return new Date(`${date}T00:00Z`);
}

function offsetMs(instant: Date, zone: string): number {
  const { date, time } = wallClock(instant, zone);
  const wholeMinute = instant.getTime() - (instant.getTime() % MINUTE_MS);
  return Date.parse(`${date}T${time}Z`) - wholeMinute;
}

function partsFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    const part = '2-digit';
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: part,
      day: part,
      hour: part,
      minute: part,
    });
    formats.set(zone, format);
  }
  return format;
}
