import type { Transitions } from '@app/kernel';

export type ContractState = 'offered' | 'active' | 'paused' | 'declined' | 'withdrawn' | 'expired' | 'ended';

export const contractTransitions = {
  offered: ['active', 'declined', 'withdrawn', 'expired'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  declined: [],
  withdrawn: [],
  expired: [],
  ended: [],
} as const satisfies Transitions<ContractState>;
