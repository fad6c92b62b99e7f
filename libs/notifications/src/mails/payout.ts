import type { Money } from '@app/kernel';

import type { Letter } from '../letter.ts';

export interface PayoutFacts {
  readonly amount: Money;
  readonly byClient: readonly { readonly name: string; readonly amount: Money }[];
}

export function payoutPaid({ amount, byClient }: PayoutFacts): Letter {
  return {
    subject: `${amount.toString()} has been paid to your bank`,
    paragraphs: [
      `Stripe has paid ${amount.toString()} to your bank. It may take your bank some hours to show it.`,
      ...(byClient.length === 0
        ? []
        : [`It comes from ${byClient.map((part) => `${part.name} (${part.amount.toString()})`).join(', ')}.`]),
    ],
    action: { label: 'See what it is made of', path: '/assist/payouts' },
  };
}

export function payoutFailed({ amount }: PayoutFacts): Letter {
  return {
    subject: `Your bank did not take ${amount.toString()}`,
    paragraphs: [
      `Stripe tried to pay ${amount.toString()} to your bank, and your bank did not take it. The money is back in your balance at Stripe.`,
      'Check your bank details there: it is sent again with a later payout.',
    ],
    action: { label: 'Check your bank details', path: '/assist/payouts' },
  };
}
