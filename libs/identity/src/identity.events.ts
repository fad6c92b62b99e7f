import type { DomainEvent } from '@app/delivery';

/** Somebody opened an account, and has not shown yet that the address is theirs. */
export type AccountRegistered = DomainEvent<'account.registered', { accountId: string }>;
/** Somebody tried to open an account for an address that has one. */
export type RegistrationRepeated = DomainEvent<'registration.repeated', { accountId: string }>;
/** The link in the mail is wanted again. */
export type VerificationRequested = DomainEvent<'verification.requested', { accountId: string }>;

export function accountRegistered(accountId: string): AccountRegistered {
  return { type: 'account.registered', payload: { accountId } };
}

export function registrationRepeated(accountId: string): RegistrationRepeated {
  return { type: 'registration.repeated', payload: { accountId } };
}

export function verificationRequested(accountId: string): VerificationRequested {
  return { type: 'verification.requested', payload: { accountId } };
}
