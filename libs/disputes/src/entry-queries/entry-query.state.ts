import type { Transitions } from '@app/kernel';

export type EntryQueryState = 'asked' | 'answered' | 'corrected' | 'agreed' | 'declined';

export const entryQueryTransitions = {
  asked: ['answered', 'corrected'],
  answered: [],
  corrected: ['agreed', 'declined'],
  agreed: [],
  declined: [],
} as const satisfies Transitions<EntryQueryState>;
