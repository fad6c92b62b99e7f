import { instantInWeek, mondayOf, weekAfter, weekOf } from '@app/kernel';

export const WEEKS_AHEAD = 8;

const WORKDAYS = 5;
const OPENS_AT_HOUR = 9;
const CLOSES_AT_HOUR = 17;
export const WORKING_WEEK_MINUTES = WORKDAYS * (CLOSES_AT_HOUR - OPENS_AT_HOUR) * 60;

/** One working day of the client, in instants. */
export interface WorkingDay {
  /** 0 is the first of the weeks ahead. */
  readonly week: number;
  readonly opens: Date;
  readonly closes: Date;
}

export interface WorkingWeeks {
  /** The Monday of each week, such as `2026-03-09`. */
  readonly mondays: readonly string[];
  readonly days: readonly WorkingDay[];
}

/** The client's working days, Monday to Friday 9 to 17 on the client's own clocks, of the next eight whole weeks. */
export function workingWeeks(now: Date, clientZone: string): WorkingWeeks {
  const weeks = [weekAfter(weekOf(now, clientZone))];
  while (weeks.length < WEEKS_AHEAD) weeks.push(weekAfter(weeks.at(-1) ?? weekOf(now, clientZone)));
  return {
    mondays: weeks.map(mondayOf),
    days: weeks.flatMap((week, place) =>
      Array.from({ length: WORKDAYS }, (_, day) => ({
        week: place,
        opens: instantInWeek(week, day, OPENS_AT_HOUR),
        closes: instantInWeek(week, day, CLOSES_AT_HOUR),
      })),
    ),
  };
}
