import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface FailedCharge {
  readonly invoiceId: string;
  readonly number: string;
  readonly business: string;
  readonly total: Money;
  /** Null: it is not tried again by itself. */
  readonly nextAttempt: string | null;
  /** What only the client can do about it. */
  readonly wants: 'card' | 'authentication' | null;
}

/** To the client. */
export function chargeFailed(failed: FailedCharge): Letter {
  const { number, business, total, nextAttempt } = failed;
  if (failed.wants === 'authentication') return bankAsks(failed);
  return {
    subject: `Your card was declined: invoice ${number}`,
    paragraphs: [
      `We could not charge ${total.toString()} for ${business}: the bank declined the saved card.`,
      nextAttempt === null
        ? 'We do not try this card again. Please save another one: the invoice is then charged to it.'
        : `We try again on ${nextAttempt}. If you save another card, the invoice is charged to that one.`,
      'Your assistants have been told that this payment is open.',
    ],
    action: { label: 'Save another card', path: '/hire/cards' },
  };
}

/** The card is good; its bank wants its holder to be there. */
function bankAsks({ invoiceId, number, business, total }: FailedCharge): Letter {
  return {
    subject: `Your bank asks you to confirm: invoice ${number}`,
    paragraphs: [
      `Your bank lets us charge ${total.toString()} for ${business} only once you have confirmed it yourself.`,
      'It takes a minute. We cannot try again without you; after a day, work for you is suspended.',
      'Your assistants have been told that this payment is open.',
    ],
    action: { label: 'Confirm the payment', path: `/hire/invoices/${invoiceId}` },
  };
}

export interface PayAtRisk {
  readonly client: string;
  readonly exposed: Money;
  readonly nextAttempt: string | null;
}

/** To each assistant whose work the invoice is for. */
export function payAtRisk({ client, exposed, nextAttempt }: PayAtRisk): Letter {
  return {
    subject: `A payment of ${client} has failed`,
    paragraphs: [
      `The card of ${client} was declined. ${exposed.toString()} that you have earned there waits until it is paid.`,
      nextAttempt === null
        ? 'The card is not tried again by itself: the client has been asked to act.'
        : `The next attempt is on ${nextAttempt}.`,
      'You decide whether to go on working for this client before it is paid.',
    ],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}
