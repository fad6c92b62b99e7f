import { type Actor, actsFor } from '@app/kernel';

import type { Brief } from './brief.entity.ts';

/** Whoever may hire for the business may post briefs and make offers. */
export function mayHireFor(actor: Actor, businessId: string): boolean {
  return actsFor(actor, businessId, 'hiring');
}

export function mayClose(actor: Actor, brief: Brief): boolean {
  return mayHireFor(actor, brief.clientId);
}

/** What the actor can do with the brief as it stands. */
export function briefCan(actor: Actor, brief: Brief): { close: boolean; offer: boolean } {
  const may = brief.state === 'open' && mayHireFor(actor, brief.clientId);
  return { close: may, offer: may };
}
