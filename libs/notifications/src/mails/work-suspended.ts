import type { Letter } from '../letter.ts';

/** To the client. */
export function suspendedForClient(business: string, cause: 'unpaid' | 'chargeback'): Letter {
  return {
    subject: `Work for ${business} is suspended`,
    paragraphs: [
      cause === 'unpaid'
        ? 'An invoice could not be charged. From now on no time is accepted, and timers that ran have been stopped.'
        : 'The bank of your card has taken a payment back. From now on no time is accepted, and timers that ran have been stopped.',
      'What was worked before is not touched.',
      cause === 'unpaid'
        ? 'Work goes on by itself once the invoice is paid.'
        : 'Work goes on once the matter is settled. If you did not mean to dispute the payment, tell your bank so.',
    ],
    action: { label: 'See your invoices', path: '/hire/invoices' },
  };
}

/** To each of its assistants. */
export function suspendedForAssistant(client: string, cause: 'unpaid' | 'chargeback'): Letter {
  return {
    subject: `Please stop working for ${client}`,
    paragraphs: [
      cause === 'unpaid'
        ? `${client} has not paid. From now on no time is accepted for this client; a timer that ran has been stopped.`
        : `The bank of ${client} has taken a payment back. From now on no time is accepted for this client; a timer that ran has been stopped.`,
      'Every second up to now is kept. Your earnings show what is open and what happens next; you may end the contract.',
    ],
    action: { label: 'See what you have earned', path: '/assist/earnings' },
  };
}

/** To both, when work may go on. */
export function resumed(business: string, path: string): Letter {
  return {
    subject: `Work for ${business} goes on`,
    paragraphs: [`Nothing stands in the way any more: time for ${business} is accepted again.`],
    action: { label: 'Open Kontor', path },
  };
}
