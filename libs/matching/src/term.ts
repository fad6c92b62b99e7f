import { type TermName, weights } from './weights.ts';

/** One reason for a place in the list, in words that both sides read. */
export interface Term {
  readonly term: TermName;
  readonly points: number;
  /** The most this term can give. */
  readonly of: number;
  readonly says: string;
  readonly values: TermValues;
}

interface Named {
  code: string;
  name?: string;
  level?: number;
  percentile?: number;
}

/** What a reason rests on, for whoever says it in other words; which are there depends on the term. */
export interface TermValues {
  has?: Named[];
  lacks?: Named[];
  freeMinutes?: number;
  wantedMinutes?: number;
  rateCents?: number;
  minRateCents?: number;
  maxRateCents?: number;
  weeks?: { minutes: number; from: string }[];
  shared?: string[];
}

/** `part` of `whole` (both whole numbers) in whole points of the term's weight, rounded down; never more than all. */
export function term(name: TermName, part: number, whole: number, says: string, values: TermValues = {}): Term {
  const of = weights[name];
  const share = whole === 0 ? 0 : Math.floor((of * Math.max(0, part)) / whole);
  return { term: name, points: Math.min(of, share), of, says, values };
}
