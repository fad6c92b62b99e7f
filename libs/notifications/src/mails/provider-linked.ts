import type { Letter } from '../letter.ts';

export function providerLinked(): Letter {
  return {
    subject: 'You can sign in another way now',
    paragraphs: [
      'An account that you have elsewhere lets you into Kontor from now on. It stands under Security, beside your password.',
      'If it was not you, disconnect it there and choose a new password at once: that signs everybody out.',
    ],
    action: { label: 'See your sign-ins', path: '/settings/security' },
  };
}
