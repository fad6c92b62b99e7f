import type { Letter } from '../letter.ts';

export function resetPassword({ token }: { token: string }): Letter {
  return {
    subject: 'Choose a new password',
    paragraphs: [
      'Somebody, probably you, has forgotten the password of your account. With this link you choose a new one.',
      'The link works once, and for one hour. Choosing a new password signs you out everywhere.',
      'If it was not you, do nothing: your password stays as it is.',
    ],
    action: { label: 'Choose a new password', path: `/reset-password?token=${encodeURIComponent(token)}` },
  };
}
