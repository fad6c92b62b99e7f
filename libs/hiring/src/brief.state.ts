import type { Transitions } from '@app/kernel';

export type BriefState = 'open' | 'closed';

export const briefTransitions = { open: ['closed'], closed: [] } as const satisfies Transitions<BriefState>;
