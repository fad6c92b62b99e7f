export type ChargeAttemptState = 'claimed' | 'succeeded' | 'declined';

export const chargeAttemptTransitions = {
  claimed: ['succeeded', 'declined'],
  succeeded: [],
  declined: [],
} as const satisfies Record<ChargeAttemptState, readonly ChargeAttemptState[]>;
