import type { SecondFactorChange } from '@app/identity';
import type { BusinessRole } from '@app/kernel';

import type { Letter } from '../letter.ts';

export function verifyEmail(token: string): Letter {
  return { says: 'accounts.verifyEmail', path: withToken('/verify-email', token) };
}

export function alreadyRegistered(): Letter {
  return { says: 'accounts.alreadyRegistered', path: '/sign-in' };
}

export function resetPassword(token: string): Letter {
  return { says: 'accounts.resetPassword', path: withToken('/reset-password', token) };
}

export function passwordChanged(): Letter {
  return { says: 'accounts.passwordChanged', path: '/forgotten-password' };
}

export function secondFactorsChanged(what: SecondFactorChange): Letter {
  return { says: 'accounts.secondFactorsChanged', facts: { what }, path: '/settings/security' };
}

/** To the new address. */
export function confirmNewEmail(token: string): Letter {
  return { says: 'accounts.confirmNewEmail', path: withToken('/confirm-email', token) };
}

/** To the old address, before anything is changed: whoever reads it there can still stop it. */
export function emailIsChanging(email: string): Letter {
  return { says: 'accounts.emailIsChanging', facts: { email }, path: '/forgotten-password' };
}

/** To the old address, after it was given up. A link to a new password would go to the new one: this one puts the old one back. */
export function emailWasChanged(email: string, token: string): Letter {
  return { says: 'accounts.emailWasChanged', facts: { email }, path: withToken('/take-back', token) };
}

export function providerLinked(): Letter {
  return { says: 'accounts.providerLinked', path: '/settings/security' };
}

export function memberInvited(
  { inviter, business, role }: { inviter: string; business: string; role: BusinessRole },
  token: string,
): Letter {
  return {
    says: 'accounts.memberInvited',
    facts: { inviter, business, role },
    path: withToken('/invitation', token),
  };
}

/** `reason`: in the words of staff. */
export function lookedAt(reason: string, from: Date, to: Date): Letter {
  return { says: 'accounts.lookedAt', facts: { reason, from, to }, path: '/settings/security' };
}

function withToken(path: string, token: string): string {
  return `${path}?token=${encodeURIComponent(token)}`;
}
