import type { Transitions } from '@app/kernel';

export type WeekState = 'open' | 'zero' | 'frozen' | 'invoiced' | 'accepted';

/** A week without a billable second ends as `zero`; the others are invoiced once, and accepted when their review ends. */
export const weekTransitions = {
  open: ['frozen', 'zero'],
  zero: [],
  frozen: ['invoiced'],
  invoiced: ['accepted'],
  accepted: [],
} as const satisfies Transitions<WeekState>;

export type ReviewState = 'pending' | 'approved' | 'accepted_by_silence' | 'disputed' | 'resolved';

export const reviewTransitions = {
  pending: ['approved', 'accepted_by_silence', 'disputed'],
  disputed: ['resolved'],
  approved: [],
  accepted_by_silence: [],
  resolved: [],
} as const satisfies Transitions<ReviewState>;
