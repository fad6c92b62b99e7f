import type { TimeRange } from '@app/database';

import type { TimeEntry } from './time-entry.ts';
import { without } from './time-range.ts';

/** What may be done about time that is already logged. Nothing is ever changed without being chosen. */
const overlapChoices = ['trim_new', 'trim_old', 'split_old'] as const;
export type OverlapChoice = (typeof overlapChoices)[number];
export type OnOverlap = 'refuse' | OverlapChoice;

/** An entry in the way, and what its owner needs to know to choose. */
export interface Obstacle extends TimeEntry {
  readonly contractTitle: string;
  readonly clientName: string;
  /** False once its week is closed: it can only be made room for. */
  readonly changeable: boolean;
}

export interface Resolution {
  /** The new time, in pieces. */
  readonly pieces: TimeRange[];
  /** The entries in the way, and what is left of each. */
  readonly yielding: { entry: TimeEntry; rests: TimeRange[] }[];
}

/** The choices that lead somewhere: time is left of everything, and nothing closed is changed. */
export function choicesFor(range: TimeRange, obstacles: readonly Obstacle[]): OverlapChoice[] {
  return overlapChoices.filter((choice) => resolve(choice, range, obstacles) !== null);
}

/** What the choice comes to; null when it is not open here. */
export function resolve(choice: OverlapChoice, range: TimeRange, obstacles: readonly Obstacle[]): Resolution | null {
  if (choice === 'trim_new') {
    const pieces = without(range, obstacles);
    return pieces.length > 0 ? { pieces, yielding: [] } : null;
  }
  if (!obstacles.every((obstacle) => obstacle.changeable)) return null;
  const yielding = obstacles.map((entry) => ({ entry, rests: without(rangeOf(entry), [range]) }));
  const mostRests = Math.max(...yielding.map(({ rests }) => rests.length));
  const nothingLost = yielding.every(({ rests }) => rests.length > 0);
  return nothingLost && mostRests === (choice === 'split_old' ? 2 : 1) ? { pieces: [range], yielding } : null;
}

function rangeOf({ start, end }: TimeRange): TimeRange {
  return { start, end };
}
