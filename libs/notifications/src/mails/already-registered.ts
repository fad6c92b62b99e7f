import type { Letter } from '../letter.ts';

export function alreadyRegistered(): Letter {
  return {
    subject: 'You already have an account',
    paragraphs: [
      'Somebody, probably you, wanted to sign up to Kontor with this address. It has an account already, so nothing was changed.',
      'You can simply sign in. If it was not you, there is nothing to do.',
    ],
    action: { label: 'Sign in', path: '/sign-in' },
  };
}
