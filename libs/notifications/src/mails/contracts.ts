import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface Offer {
  readonly contractId: string;
  readonly client: string;
  readonly title: string;
  readonly rate: Money;
  /** Whole or broken hours a week. */
  readonly hours: number;
  readonly answerBy: Date;
}

export function contractOffered({ contractId, client, title, rate, hours, answerBy }: Offer): Letter {
  return {
    says: 'contracts.offered',
    facts: { client, title, rate, hours, answerBy },
    path: `/assist/contracts/${contractId}`,
  };
}

export function contractAccepted(contractId: string, assistant: string, title: string): Letter {
  return { says: 'contracts.accepted', facts: { assistant, title }, path: `/hire/contracts/${contractId}` };
}

export function contractDeclined(assistant: string, title: string): Letter {
  return { says: 'contracts.declined', facts: { assistant, title }, path: '/hire/briefs' };
}

/** `by`: who ended it, by name. `side`: from which it is read. */
export function contractEnded(contractId: string, by: string, title: string, side: 'hire' | 'assist'): Letter {
  return { says: 'contracts.ended', facts: { by, title }, path: `/${side}/contracts/${contractId}` };
}

/** To the assistant. */
export function contractPaused(contractId: string, client: string, title: string): Letter {
  return { says: 'contracts.paused', facts: { client, title }, path: `/assist/contracts/${contractId}` };
}

export function contractResumed(client: string, title: string): Letter {
  return { says: 'contracts.resumed', facts: { client, title }, path: '/assist/work' };
}
