import { type Actor, actsFor } from '@app/kernel';

/** Who belongs to a business is its owners' affair. */
export function mayManageMembers(actor: Actor, businessId: string): boolean {
  return actsFor(actor, businessId, 'owner');
}

/** Everybody may leave. */
export function mayRemove(actor: Actor, businessId: string, accountId: string): boolean {
  return mayManageMembers(actor, businessId) || (actor.kind === 'user' && actor.userId === accountId);
}
