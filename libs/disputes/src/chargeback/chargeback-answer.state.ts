export type ChargebackAnswerState = 'claimed' | 'given' | 'refused';

export const chargebackAnswerTransitions = {
  claimed: ['given', 'refused'],
  given: [],
  refused: [],
} as const satisfies Record<ChargebackAnswerState, readonly ChargebackAnswerState[]>;
