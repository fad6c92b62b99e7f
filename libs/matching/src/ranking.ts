import type { Score } from './score.ts';

/** How many are listed. */
export const LISTED = 50;

/** Best first; the same score, the lower id first, so that the order is the same every time. */
export function byScore<Ranked extends Score & { readonly id: string }>(ranked: readonly Ranked[]): Ranked[] {
  return [...ranked].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
