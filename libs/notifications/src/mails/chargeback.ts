import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface ChargebackFacts {
  readonly business: string;
  readonly number: string;
  readonly amount: Money;
}

/** To each assistant whose work it is about. `sent`: all of it has reached them already. */
export function takenBackForAssistant({ business }: ChargebackFacts, earned: Money, sent: boolean): Letter {
  return {
    subject: `A payment of ${business} is contested`,
    paragraphs: [
      `The card's bank of ${business} has taken a payment back. It is about ${earned.toString()} that you earned there.`,
      sent
        ? 'You have received this money, and you keep it: Kontor carries what a bank takes back, unless support decides otherwise and tells you why.'
        : 'It is held until the bank decides, fourteen days at most. Then it goes to you: Kontor carries what a bank takes back, unless support decides otherwise and tells you why.',
      'Kontor answers the bank with the contract, your entries and notes, and the approval. You need not do anything.',
    ],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}

/** To the client. */
export function takenBackForClient({ business, number, amount }: ChargebackFacts, inquiry: boolean): Letter {
  return {
    subject: inquiry ? `Your bank asks about invoice ${number}` : `Your bank has taken back invoice ${number}`,
    paragraphs: [
      inquiry
        ? `The bank of your card asks us about ${amount.toString()} that ${business} paid.`
        : `The bank of your card has taken back ${amount.toString()} that ${business} paid. Refunds of this invoice wait until it is decided.`,
      'If this was a mistake, tell your bank that you recognise the payment: that settles it soonest.',
      'If you disagree with the work itself, a dispute in Kontor is quicker, and decided line by line.',
    ],
    action: { label: 'See your invoices', path: '/hire/invoices' },
  };
}

/** To both, once it is decided. */
export function decidedForAssistant({ business }: ChargebackFacts, borneBecause: string | null): Letter {
  return {
    subject: `The contested payment of ${business} is decided`,
    paragraphs:
      borneBecause === null
        ? ['The bank has decided. What you earned is not touched by it: nothing is held for it any more.']
        : ['The bank keeps the payment.', ...whatYouBear(borneBecause)],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}

/** `borneBecause`: why the assistant bears it; null: Kontor does. */
export function carrierChosenForAssistant({ business }: ChargebackFacts, borneBecause: string | null): Letter {
  return {
    subject: `Who carries the contested payment of ${business}`,
    paragraphs:
      borneBecause === null
        ? ['Kontor carries what the bank takes back, or has taken. What you earned is yours.']
        : [...whatYouBear(borneBecause), 'If the bank gives the payment back, you get it all back.'],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}

function whatYouBear(because: string): string[] {
  return [
    `Support has decided that what the bank takes back is not paid to you, and says why: ${because}`,
    'What has not been released stays unpaid. What has been released is owed: it is kept back from later payouts, at most a quarter of each.',
    'If you see it differently, answer this letter.',
  ];
}

export function decidedForClient({ number, amount }: ChargebackFacts, outcome: string): Letter {
  const kept = outcome === 'lost';
  return {
    subject: `Your bank has decided about invoice ${number}`,
    paragraphs: [
      kept
        ? `The bank keeps ${amount.toString()} for you. New work stays suspended until we have spoken: please write to us.`
        : 'The payment stands. Nothing more is to be done.',
    ],
    action: { label: 'See your invoices', path: '/hire/invoices' },
  };
}

/** To staff. */
export function answerWanted({ business, number, amount }: ChargebackFacts, id: string, until: string | null): Letter {
  return {
    subject: `Chargeback of ${amount.toString()}: ${business}, invoice ${number}`,
    paragraphs: [
      until === null
        ? 'The bank takes no evidence.'
        : `Evidence is taken until ${until}. It has been gathered: look at it, change it where it must be, and hand it in, or accept the chargeback.`,
    ],
    action: { label: 'Open it', path: `/staff/chargebacks/${id}` },
  };
}

export function decidedForStaff({ business, number, amount }: ChargebackFacts, id: string, outcome: string): Letter {
  return {
    subject: `Chargeback ${outcome.replaceAll('_', ' ')}: ${business}, invoice ${number}`,
    paragraphs: [
      outcome === 'lost'
        ? `${amount.toString()} is lost. Work for this client stays suspended until you let it go on.`
        : 'Nothing is lost. Stripe keeps its fee unless it says otherwise.',
    ],
    action: { label: 'Open it', path: `/staff/chargebacks/${id}` },
  };
}
