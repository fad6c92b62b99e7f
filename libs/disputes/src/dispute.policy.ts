import { type Actor, actsFor } from '@app/kernel';

import type { Dispute } from './dispute.entity.ts';

interface Parties {
  readonly clientId: string;
  readonly assistantId: string;
}

export type Side = 'client' | 'assistant' | 'staff';

/** Whoever reviews the client's weeks also asks about them and disputes them. */
export function speaksForClient(actor: Actor, { clientId }: { readonly clientId: string }): boolean {
  return actor.kind === 'user' && actsFor(actor, clientId, 'approver');
}

export function isAssistant(actor: Actor, { assistantId }: { readonly assistantId: string }): boolean {
  return actor.kind === 'user' && actor.userId === assistantId;
}

/** Which side the reader is on; they were allowed to read it. */
export function sideOf(actor: Actor, parties: Parties): Side {
  if (actor.kind !== 'user') return 'staff';
  return isAssistant(actor, parties) ? 'assistant' : 'client';
}

export interface DisputeCan {
  readonly accept: boolean;
  readonly answer: boolean;
  readonly offer: boolean;
  readonly settle: boolean;
  readonly declineOffer: boolean;
  readonly withdraw: boolean;
  readonly state: boolean;
  readonly appeal: boolean;
}

/** What the actor can do with the dispute as it stands at `now`. `offerStands`: made, and not answered. */
export function disputeCan(actor: Actor, dispute: Dispute, offerStands: boolean, now: Date): DisputeCan {
  const client = speaksForClient(actor, dispute);
  const assistant = isAssistant(actor, dispute);
  const inTime = dispute.dueAt !== null && now < dispute.dueAt;
  const toAnswer = assistant && dispute.state === 'open' && inTime;
  return {
    accept: toAnswer,
    answer: toAnswer,
    offer: toAnswer,
    settle: client && offerStands && isUndecided(dispute) && dispute.state !== 'open',
    declineOffer: client && offerStands && dispute.state === 'answered',
    withdraw: client && dispute.origin === 'review' && isUndecided(dispute),
    state: (client || assistant || actor.kind === 'staff') && dispute.closedAt === null,
    appeal: (client || assistant) && dispute.state === 'decided' && inTime,
  };
}

/** Until staff have decided, the client may take it all back. */
export function isUndecided({ state }: Dispute): boolean {
  return state === 'open' || state === 'answered' || state === 'deciding';
}
