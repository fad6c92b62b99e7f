import type { QueryClosed } from '@app/disputes';
import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface QueryNamed {
  readonly client: string;
  readonly assistant: string;
  /** Of the contract. */
  readonly title: string;
}

/** To the assistant. */
export function queryAsked(named: QueryNamed, reviewEnds: Date): Letter {
  return { says: 'queries.asked', facts: { ...named, reviewEnds }, path: '/assist/work' };
}

/** To the client. `correction`: what the assistant would take off, with the fee; null for a plain answer. */
export function queryAnswered(named: QueryNamed, correction: Money | null, reviewEnds: Date): Letter {
  return { says: 'queries.answered', facts: { ...named, correction, reviewEnds }, path: '/hire' };
}

/** To the assistant. */
export function queryClosed(named: QueryNamed, how: QueryClosed['payload']['how']): Letter {
  return { says: 'queries.closed', facts: { ...named, how }, path: '/assist/work' };
}
