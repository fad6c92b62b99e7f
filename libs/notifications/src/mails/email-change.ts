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

/** To the old address, after it was given up. A link to a new password would go to the new one: people have to look. */
export function emailWasChanged({ email }: { email: string }): Letter {
  return {
    subject: 'Your e-mail address was changed',
    paragraphs: [
      `Your account is under ${email} from now on. Our mail goes there, and nothing more comes here.`,
      'If it was you, there is nothing to do.',
      'If it was not you, answer this mail at once, from this address. We close the account to everybody, hold its payouts, and give it back to you.',
    ],
  };
}
