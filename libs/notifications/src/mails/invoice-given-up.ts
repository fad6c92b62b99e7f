import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

/** To the client. */
export function givenUpForClient({ id, number, total }: { id: string; number: string; total: Money }): Letter {
  return {
    subject: `Invoice ${number} was never paid`,
    paragraphs: [
      `${total.toString()} could not be charged, and we have stopped trying. No work is accepted for your business.`,
      'You can still pay: save a card, and the invoice is charged to it.',
    ],
    action: { label: 'Pay the invoice', path: `/hire/invoices/${id}` },
  };
}

/** To each assistant who worked for it. */
export function givenUpForAssistant(
  client: string,
  earned: Money,
  outcome: 'assistant_unpaid' | 'platform_guarantees',
): Letter {
  return {
    subject: `${client} did not pay`,
    paragraphs:
      outcome === 'platform_guarantees'
        ? [`${client} did not pay. Kontor pays you the ${earned.toString()} all the same.`]
        : [
            `${client} did not pay, and nobody tries any more: ${earned.toString()} is not paid to you.`,
            'If the client pays after all, you are paid, and we tell you.',
          ],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}

/** To each assistant, when what had failed is paid. */
export function paidAfterAll(client: string, earned: Money): Letter {
  return {
    subject: `${client} has paid`,
    paragraphs: [
      `The invoice that could not be charged is paid. ${earned.toString()} of it is yours, on the usual dates.`,
    ],
    action: { label: 'See when', path: '/assist/earnings' },
  };
}
