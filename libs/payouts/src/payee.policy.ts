import type { Actor } from '@app/kernel';

import type { Payee } from './payee.entity.ts';

/** Whether the actor may open, or go on with, their account at Stripe. */
export function mayBeginPayee(actor: Actor, payee: Payee | null): boolean {
  return actor.kind === 'user' && actor.emailVerified && payee?.state !== 'closed';
}
