import { offsetMinutes } from '@app/kernel';

import type { WorkingDay } from './working-weeks.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** No zone changes its clocks and changes them back within a week. */
const LONGEST_GUESS = 7 * DAY_MINUTES;
/** 1 January 1970 was a Thursday, the fourth day. */
const WEEKDAY_OF_DAY_ZERO = 4;

/** A part of somebody's working day on the clocks of another zone, within one local day. */
export interface LocalStretch {
  readonly week: number;
  /** 1 is Monday. */
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
}

/**
 * Working days as the clocks of `zone` show them, so that minutes of weekly availability can be compared with them as
 * plain numbers. Clocks that change in the middle of a day cut it in two: an hour that comes twice counts twice, and one
 * that is left out does not count.
 */
export function seenFrom(zone: string, days: readonly WorkingDay[]): LocalStretch[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const spans = spansOfOneOffset(minuteOf(first.opens), minuteOf(last.closes), zone);
  return days.flatMap(({ week, opens, closes }) =>
    spans.flatMap(({ from, to, offset }) => {
      const start = Math.max(from, minuteOf(opens));
      const end = Math.min(to, minuteOf(closes));
      return start < end ? byLocalDay(week, start + offset, end + offset) : [];
    }),
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** Cuts `[from, to)`, in minutes since 1970, where the zone's clocks change. */
function spansOfOneOffset(from: number, to: number, zone: string): Span[] {
  const offset = offsetMinutes(instantOf(from), zone);
  const same = offset === offsetMinutes(instantOf(to), zone);
  if ((same && to - from <= LONGEST_GUESS) || to - from <= 1) return [{ from, to, offset }];
  const middle = from + Math.floor((to - from) / 2);
  return [...spansOfOneOffset(from, middle, zone), ...spansOfOneOffset(middle, to, zone)];
}

/** `[start, end)` in minutes since 1970 on the local clocks, cut at its midnights. */
function byLocalDay(week: number, start: number, end: number): LocalStretch[] {
  const day = Math.floor(start / DAY_MINUTES);
  const midnight = (day + 1) * DAY_MINUTES;
  const stretch = {
    week,
    weekday: ((day + WEEKDAY_OF_DAY_ZERO - 1) % 7) + 1,
    fromMinute: start - day * DAY_MINUTES,
    toMinute: Math.min(end, midnight) - day * DAY_MINUTES,
  };
  return end > midnight ? [stretch, ...byLocalDay(week, midnight, end)] : [stretch];
}

function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE_MS);
}

function instantOf(minute: number): Date {
  return new Date(minute * MINUTE_MS);
}
