import { inHours } from '@app/hiring';

import type { Fit, SharedWeek } from '../fit.ts';
import { dayAndMonth } from '../in-words.ts';
import { type Term, term } from '../term.ts';
import { WORKING_WEEK_MINUTES } from '../working-weeks.ts';

/**
 * How much of the hours wanted can be worked while the client works, over the weeks ahead. Overlap beyond the hours
 * wanted gives nothing more, and a good week does not make up for a bad one.
 */
export function overlap({ wanted, sharedWeeks }: Fit): Term {
  const enough = Math.max(wanted.overlapMinutes, Math.min(wanted.weeklyMinutes, WORKING_WEEK_MINUTES));
  const useful = sharedWeeks.reduce((total, { minutes }) => total + Math.min(minutes, enough), 0);
  return term('overlap', useful, enough * sharedWeeks.length, `There for ${inSentence(changes(sharedWeeks))}.`, {
    weeks: changes(sharedWeeks).map(({ minutes, monday }) => ({ minutes, from: monday })),
  });
}

/** The first week, and each in which the hours are others: clocks that change on different days are seen here. */
function changes(weeks: readonly SharedWeek[]): SharedWeek[] {
  return weeks.filter((week, place) => week.minutes !== weeks[place - 1]?.minutes);
}

/** `35 h of the client's working week, 40 h from 30 March`. */
function inSentence(weeks: readonly SharedWeek[]): string {
  return weeks
    .map(({ minutes, monday }, place) =>
      place === 0
        ? `${inHours(minutes)} of the client's working week`
        : `${inHours(minutes)} from ${dayAndMonth(monday)}`,
    )
    .join(', ');
}
