import type { AvailabilityWindow } from '@app/wire/profiles';

import { wallClock } from '../../ui/zoned.ts';

const DAY = 1_440;
const WEEK = 7 * DAY;
const MINUTE_MS = 60_000;

/**
 * Weekly hours of one zone as the clocks of another show them at this time of the year, in order. What runs past midnight
 * there is cut in two, and what touches is joined.
 */
export function hoursInZone(
  windows: readonly AvailabilityWindow[],
  from: string,
  to: string,
  now: Date,
): AvailabilityWindow[] {
  const shift = minutesEast(to, now) - minutesEast(from, now);
  const pieces = windows.flatMap(({ weekday, fromMinute, toMinute }) => {
    const start = ((((weekday - 1) * DAY + fromMinute + shift) % WEEK) + WEEK) % WEEK;
    return byDay(start, start + toMinute - fromMinute);
  });
  return joined(pieces.toSorted((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute));
}

function byDay(start: number, end: number): AvailabilityWindow[] {
  const pieces: AvailabilityWindow[] = [];
  for (let at = start; at < end;) {
    const midnight = (Math.trunc(at / DAY) + 1) * DAY;
    const until = Math.min(end, midnight);
    const dayStart = midnight - DAY;
    const weekday = (Math.trunc(dayStart / DAY) % 7) + 1;
    pieces.push({ weekday, fromMinute: at - dayStart, toMinute: until - dayStart });
    at = until;
  }
  return pieces;
}

function joined(pieces: readonly AvailabilityWindow[]): AvailabilityWindow[] {
  const out: AvailabilityWindow[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && last.weekday === piece.weekday && last.toMinute >= piece.fromMinute) {
      out[out.length - 1] = { ...last, toMinute: Math.max(last.toMinute, piece.toMinute) };
    } else {
      out.push(piece);
    }
  }
  return out;
}

function minutesEast(zone: string, now: Date): number {
  const { date, time } = wallClock(now, zone);
  const wholeMinute = now.getTime() - (now.getTime() % MINUTE_MS);
  return (Date.parse(`${date}T${time}Z`) - wholeMinute) / MINUTE_MS;
}
