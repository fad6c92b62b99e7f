import { ApiError, Unreachable } from './api-error.ts';

export interface Explanation {
  readonly says: string;
  /** What to do about it. */
  readonly next?: string;
  readonly link?: { readonly to: string; readonly label: string };
}

/** A human sentence and a next step for the codes that have one; what the api said for the others. */
const known: Readonly<Record<string, Omit<Explanation, 'says'> & { readonly says?: string }>> = {
  unauthenticated: { says: 'You are signed out.', next: 'Sign in, and go on where you were.' },
  wrong_credentials: { says: 'That e-mail and password do not match.', next: 'Check both, and that Caps Lock is off.' },
  too_many_attempts: { next: 'Wait some minutes, then try again.' },
  too_busy: { next: 'Try again in a moment.' },
  request_in_progress: { next: 'It is being done. Wait a moment before you try again.' },
  email_not_verified: { link: { to: '/check-your-mail', label: 'Send the link again' } },
  token_not_valid: { next: 'Ask for a new one.' },
  account_suspended: { next: 'Write to us if you do not know why.' },
  no_profile_yet: { link: { to: '/assist/profile', label: 'Write your profile' } },
  card_missing: { next: 'Ask the client to save one: it takes a minute.' },
  billing_hold: { next: 'The client has been told. Nothing you have worked is lost.' },
  contract_not_active: { next: 'See how it stands under Work.', link: { to: '/assist/work', label: 'Work' } },
  offer_expired: { next: 'Ask for a new offer if you still want to work together.' },
  already_contracted: { next: 'It stands under Contracts.', link: { to: '/hire/contracts', label: 'Contracts' } },
  self_dealing: { next: 'Hire with another account than the one that works.' },
  timer_running: { next: 'Stop it first, or switch.' },
  no_timer_running: { next: 'It was stopped elsewhere, or by itself after twelve hours.' },
  week_frozen: { next: 'What was forgotten can be agreed on in a later week.' },
  week_not_in_review: { next: 'It has been approved already, or its review has ended.' },
  stripe_unclear: { next: 'Try again in a moment. Nothing is done twice.' },
  country_not_payable: { next: 'Choose the country of a bank account that Stripe can pay.' },
  illegal_transition: {
    says: 'That is not possible any more.',
    next: 'It has changed meanwhile: reload to see how it stands.',
  },
  idempotency_key_reused: {
    says: 'This was sent before with other contents.',
    next: 'Reload, and see what was saved.',
  },
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
