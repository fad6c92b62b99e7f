import { type Actor, actsFor } from '@app/kernel';

import { BusinessNotFound } from './brief.errors.ts';

/** A business that the actor does not belong to does not exist for them. */
export function requireBusiness(actor: Actor, businessId: string): void {
  if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
}
