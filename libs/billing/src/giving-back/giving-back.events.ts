import type { DomainEvent } from '@app/delivery';

import type { GivenBack } from './give-back.entity.ts';
import type { Refund } from './refund.entity.ts';

export type MoneyGivenBack = DomainEvent<'money.given_back', { giveBackId: string; how: 'credit_note' | 'refund' }>;
export type RefundArrived = DomainEvent<'refund.arrived', { refundId: string }>;
/** Refused by Stripe, or sent back by the bank: somebody has to act. */
export type RefundFailed = DomainEvent<'refund.failed', { refundId: string }>;

export function gaveBack({ id }: GivenBack, how: 'credit_note' | 'refund'): MoneyGivenBack {
  return { type: 'money.given_back', payload: { giveBackId: id, how } };
}

export function refundArrived({ id }: Refund): RefundArrived {
  return { type: 'refund.arrived', payload: { refundId: id } };
}

export function refundFailed({ id }: Refund): RefundFailed {
  return { type: 'refund.failed', payload: { refundId: id } };
}
