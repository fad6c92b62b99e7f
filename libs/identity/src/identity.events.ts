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
/** What somebody can show beside the password, or has used up of it. */
export type SecondFactorsChanged = DomainEvent<
  'second_factors.changed',
  { accountId: string; what: SecondFactorChange }
>;
export type SecondFactorChange =
  'totp_added' | 'totp_removed' | 'passkey_added' | 'passkey_removed' | 'recovery_codes_renewed' | 'recovery_code_used';
/** Another provider became a way into an account: its owner is told, in case it was somebody else. */
export type ProviderLinked = DomainEvent<'provider.linked', { accountId: string; provider: string }>;
/** The address of an account is another one from now on. */
export type EmailChanged = DomainEvent<'email.changed', { emailChangeId: string }>;
/** A place in a business was offered to an address. */
export type MemberInvited = DomainEvent<'member.invited', { invitationId: string }>;

/** Staff keep a person or a business from something for a while. */
export type SuspensionPlaced = DomainEvent<'suspension.placed', { suspensionId: string }>;
/** It ran out, or was lifted; or an appeal against it was decided. */
export type SuspensionEnded = DomainEvent<'suspension.ended', { suspensionId: string }>;
export type AppealDeclined = DomainEvent<'appeal.declined', { suspensionId: string }>;
/** A member of staff looks through somebody's eyes: they are to know. */
export type ImpersonationBegun = DomainEvent<'impersonation.begun', { impersonationId: string }>;

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

export function secondFactorsChanged(accountId: string, what: SecondFactorChange): SecondFactorsChanged {
  return { type: 'second_factors.changed', payload: { accountId, what } };
}

export function providerLinked(accountId: string, provider: string): ProviderLinked {
  return { type: 'provider.linked', payload: { accountId, provider } };
}

export function emailChanged(emailChangeId: string): EmailChanged {
  return { type: 'email.changed', payload: { emailChangeId } };
}

export function memberInvited(invitationId: string): MemberInvited {
  return { type: 'member.invited', payload: { invitationId } };
}

export function suspensionPlaced(suspensionId: string): SuspensionPlaced {
  return { type: 'suspension.placed', payload: { suspensionId } };
}

export function suspensionEnded(suspensionId: string): SuspensionEnded {
  return { type: 'suspension.ended', payload: { suspensionId } };
}

export function appealDeclined(suspensionId: string): AppealDeclined {
  return { type: 'appeal.declined', payload: { suspensionId } };
}

export function impersonationBegun(impersonationId: string): ImpersonationBegun {
  return { type: 'impersonation.begun', payload: { impersonationId } };
}
