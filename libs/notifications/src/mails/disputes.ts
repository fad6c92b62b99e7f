import type { DisputeClosed, DisputeReferred } from '@app/disputes';
import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

/** What every letter about a dispute names. */
export interface DisputeNamed {
  readonly number: string;
  readonly client: string;
  readonly assistant: string;
  readonly title: string;
  /** With the fee: what the client was charged for it. */
  readonly disputed: Money;
}

type Of = readonly [named: DisputeNamed, path: string];

/** `origin`: `late_claim` when it is not the client who contests it. */
export function openedForAssistant(
  [named, path]: Of,
  { origin, ground }: { readonly origin: string; readonly ground: string },
  answerBy: Date,
): Letter {
  return { says: 'disputes.openedForAssistant', facts: { ...named, origin, ground, answerBy }, path };
}

export function openedForClient([named, path]: Of, answerBy: Date): Letter {
  return { says: 'disputes.openedForClient', facts: { ...named, answerBy }, path };
}

/** To the client. */
export function partOffered([named, path]: Of, offered: Money, answerBy: Date): Letter {
  return { says: 'disputes.partOffered', facts: { ...named, offered, answerBy }, path };
}

export function referred([named, path]: Of, why: DisputeReferred['payload']['why'], decideBy: Date): Letter {
  return { says: 'disputes.referred', facts: { ...named, why, decideBy }, path };
}

/** `appealUntil` is null for the decision of an appeal. */
export function decided([named, path]: Of, refunded: Money, appealUntil: Date | null): Letter {
  return { says: 'disputes.decided', facts: { ...named, refunded, appealUntil }, path };
}

export function appealed([named, path]: Of, decideBy: Date): Letter {
  return { says: 'disputes.appealed', facts: { ...named, decideBy }, path };
}

export function closed([named, path]: Of, outcome: DisputeClosed['payload']['outcome'], refunded: Money): Letter {
  const facts = { ...named, outcome, refunded: refunded.cents === 0 ? null : refunded };
  return { says: 'disputes.closed', facts, path };
}

/** A day before silence has its effect, which the state says. */
export function deadlineNear([named, path]: Of, state: string, until: Date): Letter {
  return { says: 'disputes.deadlineNear', facts: { ...named, state, until }, path };
}

/** To staff. */
export function decisionLate([named, path]: Of, dueBy: Date): Letter {
  return { says: 'disputes.decisionLate', facts: { ...named, dueBy }, path };
}
