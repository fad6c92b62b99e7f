/** `waiting`: the bank has asked its cardholder, who is on its page or has left it. */
export type ChargeAttemptState = 'claimed' | 'waiting' | 'succeeded' | 'declined';

export const chargeAttemptTransitions = {
  claimed: ['waiting', 'succeeded', 'declined'],
  waiting: ['succeeded', 'declined'],
  succeeded: [],
  declined: [],
} as const satisfies Record<ChargeAttemptState, readonly ChargeAttemptState[]>;
