import type { ChargebackView } from '@app/wire/chargebacks';

import type { Which } from './staff.queries.ts';

/** Nobody claims a chargeback: it waits for everybody until it is answered. */
export function chargebacksIn(which: Which, chargebacks: readonly ChargebackView[], now: Date): ChargebackView[] {
  const waiting = chargebacks.filter(({ can }) => can.submit || can.accept);
  if (which === 'all') return [...chargebacks];
  if (which === 'waiting') return waiting;
  return which === 'late' ? waiting.filter(({ dueBy }) => dueBy !== null && new Date(dueBy) < now) : [];
}
