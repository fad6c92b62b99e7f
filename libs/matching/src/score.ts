import type { Fit, Names } from './fit.ts';
import type { Term } from './term.ts';
import { freeHours } from './terms/free-hours.ts';
import { overlap } from './terms/overlap.ts';
import { newcomer, reputation, responsiveness } from './terms/priors.ts';
import { rate } from './terms/rate.ts';
import { skillChecks } from './terms/skill-checks.ts';
import { specialties } from './terms/specialties.ts';
import { tools } from './terms/tools.ts';
import { words } from './terms/words.ts';

const terms = [
  specialties,
  overlap,
  tools,
  skillChecks,
  reputation,
  freeHours,
  rate,
  words,
  responsiveness,
  newcomer,
] as const;

export interface Score {
  /** 0 to 100: the sum of the terms' points. */
  readonly score: number;
  readonly terms: readonly Term[];
}

/** How well they fit and why: the same for whoever of the two asks. */
export function scoreOf(fit: Fit, names: Names): Score {
  const reasons = terms.map((reason) => reason(fit, names));
  return { score: reasons.reduce((sum, { points }) => sum + points, 0), terms: reasons };
}
