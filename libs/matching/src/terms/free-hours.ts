import { inHours } from '@app/hiring';

import type { Fit } from '../fit.ts';
import { type Term, term } from '../term.ts';

/** Half for room that is just enough, all for half as much again: work grows, and a full week has no slack. */
export function freeHours({ wanted: { weeklyMinutes }, offered: { freeMinutes } }: Fit): Term {
  const says = `${inHours(freeMinutes)} a week free for the ${inHours(weeklyMinutes)} wanted.`;
  return term('free_hours', 2 * freeMinutes - weeklyMinutes, 2 * weeklyMinutes, says, {
    freeMinutes,
    wantedMinutes: weeklyMinutes,
  });
}
