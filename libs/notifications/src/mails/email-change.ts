import type { Letter } from '../letter.ts';

/** To the new address. */
export function confirmNewEmail({ token }: { token: string }): Letter {
  return {
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      'You want to use this address for your account from now on. It is changed as soon as you open this link.',
      'The link works once, and for 24 hours.',
      'If it was not you, do nothing.',
    ],
    action: { label: 'Use this address', path: `/confirm-email?token=${encodeURIComponent(token)}` },
  };
}

/** To the old address, before anything is changed: whoever reads it there can still stop it. */
export function emailIsChanging({ email }: { email: string }): Letter {
  return {
    subject: 'Your e-mail address is being changed',
    paragraphs: [
      `Somebody who knows your password wants to change the address of your account to ${email}.`,
      'If it was you, open the link that we have sent to the new address.',
      'If it was not you, choose a new password at once: that stops the change and signs everybody out.',
    ],
    action: { label: 'It was not me', path: '/forgotten-password' },
  };
}

/** To the old address, after it was given up. A link to a new password would go to the new one: this one puts the old one back. */
export function emailWasChanged({ email, token }: { email: string; token: string }): Letter {
  return {
    subject: 'Your e-mail address was changed',
    paragraphs: [
      `Your account is under ${email} from now on. Our mail goes there, and nothing more comes here.`,
      'If it was you, there is nothing to do.',
      'If it was not you, open this link. It puts this address back, asks you for a new password and signs everybody out.',
      'The link works once, and for 72 hours.',
    ],
    action: { label: 'It was not me', path: `/take-back?token=${encodeURIComponent(token)}` },
  };
}
