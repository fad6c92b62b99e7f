import { Account } from './account.entity.ts';
import { Business, BusinessMember } from './business.entity.ts';

export { AcceptInvitation } from './accept-invitation.ts';
export { Account, type Language, type NewAccount } from './account.entity.ts';
export { Accounts, type Addressee } from './accounts.repository.ts';
export { type ApiToken, ApiTokens } from './api-tokens.repository.ts';
export { Business, BusinessMember, type NewBusiness } from './business.entity.ts';
export { Businesses, type OwnBusiness } from './businesses.repository.ts';
export { EmailChanges } from './email-changes.repository.ts';
export { ChangeEmail } from './change-email.ts';
export { TakeBackEmail } from './take-back-email.ts';
export { IssueEmailReturn } from './issue-email-return.ts';
export { ChangePassword } from './change-password.ts';
export { ChooseLanguage } from './choose-language.ts';
export { ChangeRole } from './change-role.ts';
export { API_TOKEN_PREFIX, CreateApiToken } from './create-api-token.ts';
export {
  AccountNotFound,
  AccountSuspended,
  EmailTaken,
  PasskeyNotFound,
  PasskeyRefused,
  PasswordTooCommon,
  SameEmail,
  SecondFactorRequired,
  AppealedAlready,
  SessionNotFound,
  SuspensionNotFound,
  SuspensionOver,
  SignInExpired,
  TokenNotValid,
  TooManyAttempts,
  TotpIsOn,
  TotpNotBegun,
  TotpNotOn,
  WrongCode,
  WrongCredentials,
  WrongPassword,
} from './identity.errors.ts';
export type {
  AccountRegistered,
  EmailChangeRequested,
  PasswordChanged,
  PasswordResetRequested,
  RegistrationRepeated,
  SecondFactorChange,
  SecondFactorsChanged,
  VerificationRequested,
} from './identity.events.ts';
export { appealDeclined, impersonationBegun, suspensionEnded, suspensionPlaced } from './identity.events.ts';
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
export { GoToProvider } from './go-to-provider.ts';
export { LinkProvider } from './link-provider.ts';
export { type ProviderLogin, ProviderLogins } from './provider-logins.repository.ts';
export { ProviderTripNotValid } from './providers.errors.ts';
export { type Provider, Providers } from './providers.ts';
export { type OfferedToLink, SignInWithProvider } from './sign-in-with-provider.ts';
export { UnlinkProvider } from './unlink-provider.ts';
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
export { Sessions } from './sessions.repository.ts';
export { SignIn, type Credentials } from './sign-in.ts';
export { SignOut } from './sign-out.ts';
export { SignOutDevice } from './sign-out-device.ts';
export { SignOutOthers } from './sign-out-others.ts';
export { VerifyEmail } from './verify-email.ts';
export { WithdrawInvitation } from './withdraw-invitation.ts';
export { AddPasskey } from './add-passkey.ts';
export { AskForPasskey } from './ask-for-passkey.ts';
export { BeginPasskey } from './begin-passkey.ts';
export { BeginTotp, type NewTotp } from './begin-totp.ts';
export { ConfirmTotp } from './confirm-totp.ts';
export { RemovePasskey } from './remove-passkey.ts';
export { RemoveTotp } from './remove-totp.ts';
export { RenamePasskey } from './rename-passkey.ts';
export { RenewRecoveryCodes } from './renew-recovery-codes.ts';
export { SignInFurther } from './sign-in-further.ts';
export { SignInWithPasskey } from './sign-in-with-passkey.ts';
export { type Rotated, type ShownAgain, StepUp } from './step-up.ts';
export { type OwnSecondFactors, ViewSecondFactors } from './view-second-factors.ts';
export type { Passkey } from './passkeys.repository.ts';

export { AppealSuspension } from './appeal-suspension.ts';
export { CloseAccountDoors } from './close-account-doors.ts';
export { GrantStaff } from './grant-staff.ts';
export { type Impersonation, IMPERSONATION_MINUTES, Impersonations } from './impersonations.repository.ts';
export { IssueAppeal, type IssuedAppeal } from './issue-appeal.ts';
export { RevokeStaff } from './revoke-staff.ts';
export { Seal } from './seal.ts';
export { StaffGrants, type StaffMember } from './staff-grants.repository.ts';
export {
  isLive,
  suspendedOf,
  type Suspended,
  type Suspension,
  type SuspensionScope,
  suspensionScopes,
} from './suspension.ts';
export { Suspensions } from './suspensions.repository.ts';
export { Totps } from './totps.repository.ts';

export const identityEntities = [Account, Business, BusinessMember];
