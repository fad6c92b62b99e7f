import type { Transitions } from '@app/kernel';

export type DisputeState =
  'open' | 'answered' | 'accepted' | 'deciding' | 'settled' | 'withdrawn' | 'decided' | 'appealed' | 'final';

/** An offer may still be taken, and the client still withdraw, while staff decide. */
export const disputeTransitions = {
  open: ['answered', 'accepted', 'deciding', 'withdrawn'],
  answered: ['settled', 'withdrawn', 'deciding'],
  deciding: ['decided', 'settled', 'withdrawn'],
  decided: ['appealed', 'final'],
  appealed: ['final'],
  accepted: [],
  settled: [],
  withdrawn: [],
  final: [],
} as const satisfies Transitions<DisputeState>;
