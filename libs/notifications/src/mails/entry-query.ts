import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface QueryWords {
  readonly client: string;
  readonly assistant: string;
  readonly title: string;
  readonly path: string;
}

export function queryAsked({ client, title, path }: QueryWords, reviewEnds: string): Letter {
  return {
    subject: `${client} asks about some of your time`,
    paragraphs: [
      `There is a question about an entry: ${title}. You can answer it, or correct the entry.`,
      `The review goes on meanwhile, until ${reviewEnds}.`,
    ],
    action: { label: 'Read the question', path },
  };
}

/** `correction`: what the assistant would take off; null for a plain answer. */
export function queryAnswered(
  { assistant, title, path }: QueryWords,
  correction: Money | null,
  reviewEnds: string,
): Letter {
  return {
    subject: `${assistant} has answered your question`,
    paragraphs: [
      correction === null
        ? `${assistant} has answered: ${title}.`
        : `${assistant} would take ${correction.toString()} off: ${title}. It counts once you agree.`,
      `The review goes on meanwhile, until ${reviewEnds}.`,
    ],
    action: { label: 'Read the answer', path },
  };
}

export function queryClosed({ client, title, path }: QueryWords, agreed: boolean): Letter {
  return {
    subject: agreed ? `${client} agrees to your correction` : `${client} does not want your correction`,
    paragraphs: [agreed ? `The time is taken off: ${title}.` : `The time stays as it is: ${title}.`],
    action: { label: 'See the week', path },
  };
}
