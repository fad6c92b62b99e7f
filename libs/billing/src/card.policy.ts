import { type Actor, actsFor } from '@app/kernel';

/** Whoever handles the business's money. */
export function mayManageCards(actor: Actor, clientId: string): boolean {
  return actsFor(actor, clientId, 'finance');
}
