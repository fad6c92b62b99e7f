import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface IssuedInvoice {
  readonly id: string;
  readonly number: string;
  readonly business: string;
  readonly total: Money;
  readonly reviewUntil: string;
}

export function invoiceIssued({ id, number, business, total, reviewUntil }: IssuedInvoice): Letter {
  return {
    subject: `Invoice ${number}: ${total.toString()}`,
    paragraphs: [
      `The work done for ${business} last week comes to ${total.toString()}, service fee included. Your saved card is charged now.`,
      `Please look at the hours until ${reviewUntil}. If you say nothing, they count as accepted.`,
    ],
    action: { label: 'See the invoice', path: `/hire/invoices/${id}` },
  };
}
