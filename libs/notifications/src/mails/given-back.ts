import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface GivenBackFacts {
  readonly invoiceId: string;
  readonly number: string;
  readonly business: string;
  readonly title: string;
  readonly assistant: string;
  /** With the share of the fee. */
  readonly total: Money;
  readonly amount: Money;
}

/** To the client: less to pay. */
export function creditNoteForClient({ invoiceId, number, business, title, total }: GivenBackFacts): Letter {
  return {
    subject: `Credit note: ${total.toString()} less on invoice ${number}`,
    paragraphs: [
      `${business} pays ${total.toString()} less for ${title}: the work and its share of our fee.`,
      'The invoice stays as it was issued; your card is charged what is left of it.',
    ],
    action: { label: 'Open the invoice', path: `/hire/invoices/${invoiceId}` },
  };
}

/** To the client: it was paid already. */
export function refundForClient({ invoiceId, number, business, title, total }: GivenBackFacts): Letter {
  return {
    subject: `A refund of ${total.toString()} for invoice ${number}`,
    paragraphs: [
      `${business} gets back ${total.toString()} for ${title}: the work and its share of our fee.`,
      'It goes to the card that paid. We write again once it is with the bank.',
    ],
    action: { label: 'Open the invoice', path: `/hire/invoices/${invoiceId}` },
  };
}

export function refundArrived({ invoiceId, number, business, total }: GivenBackFacts): Letter {
  return {
    subject: `${total.toString()} of invoice ${number} is with your bank`,
    paragraphs: [
      `The refund of ${total.toString()} to ${business} is with the bank of the card that paid.`,
      'Most banks show it within five to ten days.',
    ],
    action: { label: 'Open the invoice', path: `/hire/invoices/${invoiceId}` },
  };
}

/** To the assistant whose pay it was. */
export function paidLess({ business, title, amount }: GivenBackFacts, wasSent: boolean): Letter {
  return {
    subject: `${amount.toString()} goes back to ${business}`,
    paragraphs: [
      `${amount.toString()} that you earned with ${title} goes back to ${business}.`,
      wasSent
        ? 'It had been sent to you: we take it from your balance at Stripe and, if that does not suffice, at most a quarter of each later transfer.'
        : 'It had not been sent to you: nothing is taken from your balance.',
    ],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}

export interface DebtTakenFacts {
  readonly business: string;
  readonly title: string;
  readonly taken: Money;
  readonly left: Money;
  readonly by: 'reversal' | 'transfer';
}

export function debtTaken({ business, title, taken, left, by }: DebtTakenFacts): Letter {
  return {
    subject: `${taken.toString()} was taken for what went back to ${business}`,
    paragraphs: [
      by === 'reversal'
        ? `${taken.toString()} was taken from your balance at Stripe, for ${title}.`
        : `${taken.toString()} was kept back of a transfer to you, for ${title}.`,
      left.cents === 0
        ? 'Nothing is left to be taken.'
        : `${left.toString()} is left: at most a quarter of each later transfer is kept back for it.`,
    ],
    action: { label: 'See what you owe, and why', path: '/assist/earnings' },
  };
}
