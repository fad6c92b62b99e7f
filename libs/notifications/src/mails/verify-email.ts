import type { Letter } from '../letter.ts';

export function verifyEmail({ token }: { token: string }): Letter {
  return {
    subject: 'Confirm your e-mail address',
    paragraphs: [
      'Welcome to Kontor. Please confirm that this address is yours: before that, no money moves.',
      'The link works once, and for 24 hours.',
      'If you have not signed up, do nothing.',
    ],
    action: { label: 'Confirm my address', path: `/verify-email?token=${encodeURIComponent(token)}` },
  };
}
