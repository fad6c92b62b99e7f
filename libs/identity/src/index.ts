import { Account } from './account.entity.ts';
import { Business, BusinessMember } from './business.entity.ts';

export { AcceptInvitation } from './accept-invitation.ts';
export { Account, type NewAccount } from './account.entity.ts';
export { Accounts, type Addressee } from './accounts.repository.ts';
export { type ApiToken, ApiTokens } from './api-tokens.repository.ts';
export { Business, BusinessMember, type NewBusiness } from './business.entity.ts';
export { Businesses, type OwnBusiness } from './businesses.repository.ts';
export { ChangeEmail } from './change-email.ts';
export { ChangePassword } from './change-password.ts';
export { ChangeRole } from './change-role.ts';
export { API_TOKEN_PREFIX, CreateApiToken } from './create-api-token.ts';
export {
  AccountNotFound,
  AccountSuspended,
  EmailTaken,
  PasswordTooCommon,
  SameEmail,
  SessionNotFound,
  TokenNotValid,
  TooManyAttempts,
  WrongCredentials,
  WrongPassword,
} from './identity.errors.ts';
export type {
  AccountRegistered,
  EmailChangeRequested,
  PasswordChanged,
  PasswordResetRequested,
  RegistrationRepeated,
  VerificationRequested,
} from './identity.events.ts';
export { IdentityModule } from './identity.module.ts';
export { IssueEmailChange } from './issue-email-change.ts';
export { type Invitation, Invitations } from './invitations.repository.ts';
export { InviteMember } from './invite-member.ts';
export { IssueInvitation } from './issue-invitation.ts';
export { IssuePasswordReset } from './issue-password-reset.ts';
export { IssueVerification } from './issue-verification.ts';
export { ListApiTokens } from './list-api-tokens.ts';
export { ListDevices, type Device } from './list-devices.ts';
export { mayManageMembers, mayRemove } from './members.policy.ts';
export { type Member, Members } from './members.repository.ts';
export { OpenBusiness } from './open-business.ts';
export { type HalfSignedIn, type Opening, OpenSession, type SignedIn } from './open-session.ts';
export { RecogniseApiToken } from './recognise-api-token.ts';
export { RecogniseSession } from './recognise-session.ts';
export { Register, type Registration } from './register.ts';
export { RequestEmailChange } from './request-email-change.ts';
export { RemoveMember } from './remove-member.ts';
export { RequestPasswordReset } from './request-password-reset.ts';
export { RequestVerification } from './request-verification.ts';
export { ResetPassword } from './reset-password.ts';
export type { SecondFactor } from './second-factors.repository.ts';
export { RevokeApiToken } from './revoke-api-token.ts';
export { SignIn, type Credentials } from './sign-in.ts';
export { SignOut } from './sign-out.ts';
export { SignOutDevice } from './sign-out-device.ts';
export { SignOutOthers } from './sign-out-others.ts';
export { VerifyEmail } from './verify-email.ts';
export { WithdrawInvitation } from './withdraw-invitation.ts';

export const identityEntities = [Account, Business, BusinessMember];
