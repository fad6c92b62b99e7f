export type TransferState = 'claimed' | 'sent' | 'failed';

export const transferTransitions = {
  claimed: ['sent', 'failed'],
  sent: [],
  failed: [],
} as const satisfies Record<TransferState, readonly TransferState[]>;
