import type { Invoice } from './invoice.entity.ts';

/** What its client is told of an invoice. `declined`: what the bank said of the last try, if it refused. */
export function invoiceSays(invoice: Pick<Invoice, 'state' | 'nextAttemptAt'>, declined: string | null): string {
  switch (invoice.state) {
    case 'issued':
      return 'Issued. Your card is charged now.';
    case 'charging':
      return 'Your card is being charged.';
    case 'paid':
      return 'Paid.';
    case 'past_due':
      if (declined === null) return 'There was no card to charge. Save one, and it is charged at once.';
      return invoice.nextAttemptAt
        ? `${declined} It is tried again then; another card is charged at once.`
        : `${declined} Save another card, and it is charged at once.`;
    case 'uncollectible':
      return 'Not paid in time. Save a card to settle it.';
    case 'void':
      return 'Void: nothing is to be paid.';
  }
}
