import type { SecondFactorChange } from '@app/identity';

import type { Letter } from '../letter.ts';

const NOT_ME = 'If it was not you, choose a new password at once: it signs everybody else out.';

const said: Readonly<Record<SecondFactorChange, { subject: string; happened: string }>> = {
  totp_added: {
    subject: 'An authenticator app was added to your account',
    happened: 'From now on a code of your authenticator app is asked for when you sign in with your password.',
  },
  totp_removed: {
    subject: 'The authenticator app was removed from your account',
    happened: 'Your password alone signs you in again, and your recovery codes work no more.',
  },
  passkey_added: {
    subject: 'A passkey was added to your account',
    happened: 'Whoever has it can sign in with it, without your password.',
  },
  passkey_removed: {
    subject: 'A passkey was removed from your account',
    happened: 'Nobody can sign in with it any more.',
  },
  recovery_codes_renewed: {
    subject: 'You have new recovery codes',
    happened: 'The ones you had before work no more.',
  },
  recovery_code_used: {
    subject: 'A recovery code was used',
    happened:
      'Somebody showed one of your recovery codes. It works no more; your security settings say how many are left.',
  },
};

export function secondFactorsChanged(what: SecondFactorChange): Letter {
  const { subject, happened } = said[what];
  return { subject, paragraphs: [happened, NOT_ME], action: { label: 'Look at it', path: '/settings/security' } };
}
