import type { Letter } from '../letter.ts';

export function passwordChanged(): Letter {
  return {
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your account has just been changed, and every other device was signed out.',
      'If it was not you, choose a new one at once: the link for it comes to this address.',
    ],
    action: { label: 'It was not me', path: '/forgotten-password' },
  };
}
