import { ApiError, Unreachable } from './api-error.ts';

export interface Explanation {
  readonly says: string;
  /** What to do about it. */
  readonly next?: string;
  readonly link?: { readonly to: string; readonly label: string };
}

/** A human sentence and a next step for the codes that have one; what the api said for the others. */
const known: Readonly<Record<string, Omit<Explanation, 'says'> & { readonly says?: string }>> = {
  wrong_credentials: { says: 'That e-mail and password do not match.', next: 'Check both, and that Caps Lock is off.' },
  email_taken: { next: 'Sign in instead?', link: { to: '/sign-in', label: 'Sign in' } },
  email_not_verified: {
    says: 'Your e-mail address is not confirmed yet.',
    next: 'Open the link we sent you, or ask for a new one.',
    link: { to: '/check-your-mail', label: 'Send the link again' },
  },
  client_not_chargeable: { next: 'The client has to save a card before work can start.' },
  no_chargeable_card: { next: 'Save a card first.', link: { to: '/hire/cards', label: 'Cards' } },
  payee_not_payable: { next: 'Finish the set-up with Stripe.', link: { to: '/assist/payouts', label: 'Payouts' } },
  week_frozen: { next: 'A frozen week cannot be changed. Agree on a correction in a later week.' },
  timer_running: { next: 'Stop it first, or switch.' },
  too_many: { next: 'Wait a minute and try again.' },
};

export function explain(error: unknown): Explanation {
  if (error instanceof Unreachable) {
    return { says: 'Kontor cannot be reached.', next: 'Nothing is lost. Check your connection and try again.' };
  }
  if (!(error instanceof ApiError)) {
    return { says: 'Something broke on this page.', next: 'Reload it. What you saved is saved.' };
  }
  if (error.status >= 500) {
    const { id } = error.details;
    return {
      says: 'Something broke on our side.',
      next: `Try again in a moment.${typeof id === 'string' ? ` If it happens again, tell us this number: ${id}.` : ''}`,
    };
  }
  return { says: error.message, ...known[error.code] };
}
