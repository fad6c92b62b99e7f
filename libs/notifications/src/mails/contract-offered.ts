import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface OfferTerms {
  readonly client: string;
  readonly title: string;
  readonly rate: Money;
  /** Whole or broken hours a week, as text. */
  readonly weeklyHours: string;
  readonly answerBy: string;
}

export function contractOffered({ client, title, rate, weeklyHours, answerBy }: OfferTerms): Letter {
  return {
    subject: `${client} offers you a contract`,
    paragraphs: [
      `${client} would like to work with you: ${title}.`,
      `${rate.toString()} an hour, up to ${weeklyHours} hours a week. You keep the whole rate.`,
      `The offer stands until ${answerBy}.`,
    ],
    action: { label: 'Read the offer', path: '/assist/work' },
  };
}
