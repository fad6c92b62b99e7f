export type TransferReversalState = 'claimed' | 'sent' | 'refused';

export const transferReversalTransitions = {
  claimed: ['sent', 'refused'],
  sent: [],
  refused: [],
} as const satisfies Record<TransferReversalState, readonly TransferReversalState[]>;
