import type { Transitions } from '@app/kernel';

export type TimeImportState = 'waiting' | 'logging' | 'logged' | 'refused';

/** All of a file is logged, or it is refused and nothing is. A worker that dies leaves it `logging`, and another goes on. */
export const timeImportTransitions = {
  waiting: ['logging', 'refused'],
  logging: ['logged', 'refused'],
  logged: [],
  refused: [],
} as const satisfies Transitions<TimeImportState>;
