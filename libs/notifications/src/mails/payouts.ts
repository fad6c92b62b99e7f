import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface PayoutPart {
  readonly client: string;
  readonly amount: Money;
}

/** `parts`: what it is made of, the largest first; none, when nobody knows. */
export function payoutPaid(amount: Money, parts: readonly PayoutPart[]): Letter {
  const phrases = parts.map((part) => ({ says: 'payouts.phrases.part' as const, facts: { ...part } }));
  return { says: 'payouts.paid', facts: { amount, parts: phrases }, path: '/assist/payouts' };
}

export function payoutFailed(amount: Money): Letter {
  return { says: 'payouts.failed', facts: { amount }, path: '/assist/payouts' };
}
