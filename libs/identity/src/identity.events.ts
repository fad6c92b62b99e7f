import type { DomainEvent } from '@app/delivery';

/** Somebody opened an account, and has not shown yet that the address is theirs. */
export type AccountRegistered = DomainEvent<'account.registered', { accountId: string }>;
/** Somebody tried to open an account for an address that has one. */
export type RegistrationRepeated = DomainEvent<'registration.repeated', { accountId: string }>;
/** The link in the mail is wanted again. */
export type VerificationRequested = DomainEvent<'verification.requested', { accountId: string }>;
/** Somebody wants a link with which to choose a new password. The account may be nobody's: asking tells nothing. */
export type PasswordResetRequested = DomainEvent<'password_reset.requested', { accountId: string }>;
/** By its owner while signed in, or by whoever reads the mail of the address. */
export type PasswordChanged = DomainEvent<'password.changed', { accountId: string }>;
/** Somebody wants another address: a link goes to the new one, a warning to the old one. */
export type EmailChangeRequested = DomainEvent<'email_change.requested', { emailChangeId: string }>;
/** A place in a business was offered to an address. */
export type MemberInvited = DomainEvent<'member.invited', { invitationId: string }>;

export function accountRegistered(accountId: string): AccountRegistered {
  return { type: 'account.registered', payload: { accountId } };
}

export function registrationRepeated(accountId: string): RegistrationRepeated {
  return { type: 'registration.repeated', payload: { accountId } };
}

export function verificationRequested(accountId: string): VerificationRequested {
  return { type: 'verification.requested', payload: { accountId } };
}

export function passwordResetRequested(accountId: string): PasswordResetRequested {
  return { type: 'password_reset.requested', payload: { accountId } };
}

export function passwordChanged(accountId: string): PasswordChanged {
  return { type: 'password.changed', payload: { accountId } };
}

export function emailChangeRequested(emailChangeId: string): EmailChangeRequested {
  return { type: 'email_change.requested', payload: { emailChangeId } };
}

export function memberInvited(invitationId: string): MemberInvited {
  return { type: 'member.invited', payload: { invitationId } };
}
