/**
 * `sent`: Stripe took it. `arrived`: it is with the card's bank, which may still send it back: `failed`. `consumed`: a
 * lost chargeback took the money first.
 */
export type RefundState = 'due' | 'sending' | 'sent' | 'arrived' | 'refused' | 'failed' | 'consumed' | 'paid_otherwise';

export const refundTransitions = {
  due: ['sending', 'consumed'],
  sending: ['sent', 'refused'],
  sent: ['arrived', 'failed'],
  arrived: ['failed'],
  refused: ['due', 'consumed', 'paid_otherwise'],
  failed: ['due', 'consumed', 'paid_otherwise'],
  consumed: [],
  paid_otherwise: [],
} as const satisfies Record<RefundState, readonly RefundState[]>;
