export type EarningState =
  'held' | 'due' | 'blocked' | 'sending' | 'sent' | 'part_reversed' | 'reversed' | 'cancelled' | 'unpaid';

/** Why money that is due cannot be sent yet. */
export type BlockedReason = 'payee_not_ready' | 'payee_restricted' | 'platform_balance' | 'hold';

export const earningTransitions = {
  held: ['due', 'cancelled', 'unpaid'],
  due: ['sending', 'blocked', 'cancelled'],
  blocked: ['due', 'cancelled'],
  sending: ['sent', 'due'],
  sent: ['part_reversed', 'reversed'],
  part_reversed: ['reversed'],
  reversed: [],
  cancelled: [],
  unpaid: ['held'],
} as const satisfies Record<EarningState, readonly EarningState[]>;
