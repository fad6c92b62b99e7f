import type { SharedWeek } from './fit.ts';

/** A row for every week ahead: SQL leaves out those with nothing in common. */
export function sharedWeeks(
  mondays: readonly string[],
  { weeks, minutes }: { readonly weeks: readonly number[]; readonly minutes: readonly number[] },
): SharedWeek[] {
  const byWeek = new Map(weeks.map((week, place) => [week, minutes[place] ?? 0]));
  return mondays.map((monday, week) => ({ monday, minutes: byWeek.get(week) ?? 0 }));
}
