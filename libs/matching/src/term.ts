import { type TermName, weights } from './weights.ts';

/** One reason for a place in the list, in words that both sides read. */
export interface Term {
  readonly term: TermName;
  readonly points: number;
  /** The most this term can give. */
  readonly of: number;
  readonly says: string;
}

/** `part` of `whole` (both whole numbers) in whole points of the term's weight, rounded down; never more than all. */
export function term(name: TermName, part: number, whole: number, says: string): Term {
  const of = weights[name];
  const share = whole === 0 ? 0 : Math.floor((of * Math.max(0, part)) / whole);
  return { term: name, points: Math.min(of, share), of, says };
}
