import type { DomainEvent } from '@app/delivery';

import type { Chargeback } from './chargeback.entity.ts';
import type { ChargebackState } from './chargeback.state.ts';

interface OfChargeback {
  readonly chargebackId: string;
}

/** The bank takes money back, or (`inquiry`) only asks. */
export type ChargebackOpened = DomainEvent<'chargeback.opened', OfChargeback & { inquiry: boolean }>;
export type ChargebackDecided = DomainEvent<
  'chargeback.decided',
  OfChargeback & { outcome: 'won' | 'lost' | 'prevented' | 'inquiry_closed'; late: boolean }
>;
/** Staff said who bears what of it is lost. */
export type ChargebackCarrierChosen = DomainEvent<
  'chargeback.carrier_chosen',
  OfChargeback & { carriedBy: Chargeback['carriedBy'] }
>;
/** Evidence is taken until `dueBy`, and none was handed in. */
export type ChargebackDueSoon = DomainEvent<'chargeback.due_soon', OfChargeback & { dueBy: string }>;

export function chargebackOpened({ id }: Chargeback, inquiry: boolean): ChargebackOpened {
  return { type: 'chargeback.opened', payload: { chargebackId: id, inquiry } };
}

/** Null: nothing is decided. `before`: what it was. */
export function chargebackDecided({ id, state }: Chargeback, before: ChargebackState | null): ChargebackDecided | null {
  if (state === 'inquiry' || state === 'needs_response' || state === 'under_review') return null;
  return { type: 'chargeback.decided', payload: { chargebackId: id, outcome: state, late: before === 'lost' } };
}

export function chargebackDueSoon({ id }: Chargeback, dueBy: Date): ChargebackDueSoon {
  return { type: 'chargeback.due_soon', payload: { chargebackId: id, dueBy: dueBy.toISOString() } };
}

export function carrierChosen({ id, carriedBy }: Chargeback): ChargebackCarrierChosen {
  return { type: 'chargeback.carrier_chosen', payload: { chargebackId: id, carriedBy } };
}
