import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface Offer {
  readonly client: string;
  readonly title: string;
  readonly rate: Money;
  /** Whole or broken hours a week. */
  readonly hours: number;
  readonly answerBy: Date;
}

export function contractOffered({ client, title, rate, hours, answerBy }: Offer): Letter {
  return { says: 'contracts.offered', facts: { client, title, rate, hours, answerBy }, path: '/assist/work' };
}

export function contractAccepted(assistant: string, title: string): Letter {
  return { says: 'contracts.accepted', facts: { assistant, title }, path: '/hire/contracts' };
}

export function contractDeclined(assistant: string, title: string): Letter {
  return { says: 'contracts.declined', facts: { assistant, title }, path: '/hire/briefs' };
}

/** `by`: who ended it, by name. */
export function contractEnded(by: string, title: string, path: '/hire/contracts' | '/assist/work'): Letter {
  return { says: 'contracts.ended', facts: { by, title }, path };
}

/** To the assistant. */
export function contractPaused(client: string, title: string): Letter {
  return { says: 'contracts.paused', facts: { client, title }, path: '/assist/work' };
}

export function contractResumed(client: string, title: string): Letter {
  return { says: 'contracts.resumed', facts: { client, title }, path: '/assist/work' };
}
