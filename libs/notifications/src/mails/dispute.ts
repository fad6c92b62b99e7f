import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

/** What every letter about a dispute names. */
export interface DisputeWords {
  readonly number: string;
  readonly client: string;
  readonly assistant: string;
  readonly title: string;
  /** With the fee: what the client was charged for it. */
  readonly disputed: Money;
  readonly path: string;
}

export function openedForAssistant(words: DisputeWords, answerBy: string, isLateClaim: boolean): Letter {
  const { client, disputed, title } = words;
  const who = isLateClaim ? 'Kontor questions' : `${client} disputes`;
  return {
    subject: `Please answer: ${who} some of your time (${words.number})`,
    paragraphs: [
      `${who} ${disputed.toString()} of your work: ${title}. Only this amount is held; the rest is paid on its date.`,
      `You can accept, answer, or offer a part until ${answerBy}. If you say nothing, our staff decide; silence admits nothing.`,
    ],
    action: { label: 'Read it and answer', path: words.path },
  };
}

export function openedForClient(words: DisputeWords, answerBy: string): Letter {
  return {
    subject: `Dispute ${words.number} is open`,
    paragraphs: [
      `${words.disputed.toString()} is held: ${words.title}, ${words.assistant}. The rest of the week goes on as ever.`,
      `${words.assistant} has until ${answerBy} to answer. You can withdraw at any time before a decision.`,
    ],
    action: { label: 'Follow it', path: words.path },
  };
}

export function partOffered(words: DisputeWords, offered: Money, until: string): Letter {
  return {
    subject: `${words.assistant} offers to give back ${offered.toString()} (${words.number})`,
    paragraphs: [
      `Of the ${words.disputed.toString()} that you dispute, ${words.assistant} offers to give back ${offered.toString()}.`,
      `Take it or decline it until ${until}. If you say nothing, our staff decide.`,
    ],
    action: { label: 'See the offer', path: words.path },
  };
}

const referrals = {
  contested: 'stands by the work and has said why',
  assistant_silent: 'has not answered in time, which admits nothing',
  offer_declined: 'offered a part, which was declined',
  offer_unanswered: 'offered a part, which was not answered in time',
} as const;
export type ReferralReason = keyof typeof referrals;

export function referred(words: DisputeWords, why: ReferralReason, decideBy: string): Letter {
  return {
    subject: `Our staff decide dispute ${words.number}`,
    paragraphs: [
      `${words.assistant} ${referrals[why]}. Our staff decide line by line, by the published rules, until ${decideBy}.`,
      'Both of you see the same evidence, and can still add to it. The disputed amount stays held meanwhile.',
    ],
    action: { label: 'See the dispute', path: words.path },
  };
}

/** `appealUntil` is null for the decision of an appeal. */
export function decided(words: DisputeWords, refunded: Money, appealUntil: string | null): Letter {
  return {
    subject: `Dispute ${words.number} is decided`,
    paragraphs: [
      `Of ${words.disputed.toString()}, ${refunded.toString()} goes back to ${words.client}. The reasons stand beside each line.`,
      appealUntil === null
        ? 'This was the appeal: the decision is final.'
        : `Either of you can appeal once, until ${appealUntil}; then the decision is final, and the money moves.`,
    ],
    action: { label: 'Read the decision', path: words.path },
  };
}

export function appealed(words: DisputeWords, decideBy: string): Letter {
  return {
    subject: `The decision on dispute ${words.number} is appealed`,
    paragraphs: [`Another member of our staff decides until ${decideBy}, and that is final. The money stays held.`],
    action: { label: 'See the dispute', path: words.path },
  };
}

const endings = {
  accepted: 'It was accepted.',
  settled: 'You agreed on a part.',
  withdrawn: 'It was withdrawn.',
  paid: 'The decision is final.',
  refunded: 'The decision is final.',
  split: 'The decision is final.',
} as const;
export type EndingKind = keyof typeof endings;

export function closed(words: DisputeWords, how: EndingKind, refunded: Money): Letter {
  const nothing = refunded.cents === 0;
  return {
    subject: `Dispute ${words.number} has ended`,
    paragraphs: [
      endings[how],
      nothing
        ? `Nothing goes back: ${words.assistant} is paid for all of it.`
        : `${refunded.toString()} goes back to ${words.client}; what was held beside it is paid to ${words.assistant}.`,
    ],
    action: { label: 'See how it ended', path: words.path },
  };
}

const deadlines = {
  open: 'Without an answer from the assistant, our staff decide.',
  answered: 'Without an answer to the offer, our staff decide.',
  decided: 'Without an appeal, the decision becomes final.',
} as const;

export function deadlineNear(words: DisputeWords, state: string, until: string): Letter {
  const then = deadlines[state as keyof typeof deadlines] ?? '';
  return {
    subject: `One day left in dispute ${words.number}`,
    paragraphs: [`The time runs out on ${until}. ${then}`],
    action: { label: 'See the dispute', path: words.path },
  };
}

/** To staff. */
export function decisionLate(words: DisputeWords, dueBy: string): Letter {
  return {
    subject: `Late: dispute ${words.number} should have been decided`,
    paragraphs: [`It was due on ${dueBy}. The money stays held until somebody decides.`],
    action: { label: 'Decide it', path: words.path },
  };
}
