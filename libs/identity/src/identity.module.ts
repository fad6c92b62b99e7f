import { AuditModule } from '@app/audit';
import { Module } from '@nestjs/common';

import { AcceptInvitation } from './accept-invitation.ts';
import { Accounts } from './accounts.repository.ts';
import { ApiTokens } from './api-tokens.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { Businesses } from './businesses.repository.ts';
import { ChangeEmail } from './change-email.ts';
import { ChangePassword } from './change-password.ts';
import { ChooseLanguage } from './choose-language.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { IssueEmailChange } from './issue-email-change.ts';
import { IssueEmailReturn } from './issue-email-return.ts';
import { ChangeRole } from './change-role.ts';
import { ComeBackFromProvider } from './come-back-from-provider.ts';
import { CreateApiToken } from './create-api-token.ts';
import { GoToProvider } from './go-to-provider.ts';
import { HalfSessions } from './half-sessions.repository.ts';
import { Invitations } from './invitations.repository.ts';
import { InviteMember } from './invite-member.ts';
import { IssueInvitation } from './issue-invitation.ts';
import { IssuePasswordReset } from './issue-password-reset.ts';
import { IssueVerification } from './issue-verification.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { LinkProvider } from './link-provider.ts';
import { ListApiTokens } from './list-api-tokens.ts';
import { ListDevices } from './list-devices.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Members } from './members.repository.ts';
import { OpenBusiness } from './open-business.ts';
import { OpenSession } from './open-session.ts';
import { OwnPassword } from './own-password.ts';
import { Passwords } from './passwords.ts';
import { ProviderLogins } from './provider-logins.repository.ts';
import { ProviderTrips } from './provider-trips.repository.ts';
import { Providers } from './providers.ts';
import { RecogniseApiToken } from './recognise-api-token.ts';
import { RecogniseSession } from './recognise-session.ts';
import { Register } from './register.ts';
import { RemoveMember } from './remove-member.ts';
import { ReplacePassword } from './replace-password.ts';
import { RequestEmailChange } from './request-email-change.ts';
import { RequestPasswordReset } from './request-password-reset.ts';
import { RequestVerification } from './request-verification.ts';
import { ResetPassword } from './reset-password.ts';
import { SecondFactors } from './second-factors.repository.ts';
import { RevokeApiToken } from './revoke-api-token.ts';
import { Sessions } from './sessions.repository.ts';
import { SignIn } from './sign-in.ts';
import { SignInWithProvider } from './sign-in-with-provider.ts';
import { SignOut } from './sign-out.ts';
import { SignOutDevice } from './sign-out-device.ts';
import { SignOutOthers } from './sign-out-others.ts';
import { Totps } from './totps.repository.ts';
import { AddPasskey } from './add-passkey.ts';
import { AskForPasskey } from './ask-for-passkey.ts';
import { BeginPasskey } from './begin-passkey.ts';
import { BeginTotp } from './begin-totp.ts';
import { Challenges } from './challenges.repository.ts';
import { CheckPasskey } from './check-passkey.ts';
import { ConfirmTotp } from './confirm-totp.ts';
import { OwnSecondFactor } from './own-second-factor.ts';
import { Passkeys } from './passkeys.repository.ts';
import { RecoveryCodes } from './recovery-codes.repository.ts';
import { RelyingParty } from './relying-party.ts';
import { RemovePasskey } from './remove-passkey.ts';
import { RemoveTotp } from './remove-totp.ts';
import { RenamePasskey } from './rename-passkey.ts';
import { RenewRecoveryCodes } from './renew-recovery-codes.ts';
import { Seal } from './seal.ts';
import { SignInFurther } from './sign-in-further.ts';
import { SignInWithPasskey } from './sign-in-with-passkey.ts';
import { TakeBackEmail } from './take-back-email.ts';
import { StepUp } from './step-up.ts';
import { ViewSecondFactors } from './view-second-factors.ts';
import { staffDoors } from './staff-doors.ts';
import { UnlinkProvider } from './unlink-provider.ts';
import { VerifyEmail } from './verify-email.ts';
import { WithdrawInvitation } from './withdraw-invitation.ts';

const repositories = [Accounts, Businesses, Members, Invitations, Sessions, MailTokens, ApiTokens];
/** What is shown beside the password, or instead of it. */
const secondFactorVerbs = [
  AddPasskey,
  AskForPasskey,
  BeginPasskey,
  BeginTotp,
  ConfirmTotp,
  RemovePasskey,
  RemoveTotp,
  RenamePasskey,
  RenewRecoveryCodes,
  SignInFurther,
  SignInWithPasskey,
  StepUp,
  ViewSecondFactors,
];
const verbs = [
  Register,
  VerifyEmail,
  RequestVerification,
  IssueVerification,
  SignIn,
  SignOut,
  ListDevices,
  SignOutDevice,
  SignOutOthers,
  RecogniseSession,
  ListApiTokens,
  CreateApiToken,
  RevokeApiToken,
  RecogniseApiToken,
  Providers,
  ProviderLogins,
  GoToProvider,
  SignInWithProvider,
  LinkProvider,
  UnlinkProvider,
  RequestPasswordReset,
  IssuePasswordReset,
  ResetPassword,
  ChangePassword,
  ChooseLanguage,
  RequestEmailChange,
  IssueEmailChange,
  ChangeEmail,
  IssueEmailReturn,
  TakeBackEmail,
  OpenBusiness,
  InviteMember,
  IssueInvitation,
  AcceptInvitation,
  WithdrawInvitation,
  ChangeRole,
  RemoveMember,
];

@Module({
  imports: [AuditModule],
  providers: [
    Passwords,
    EmailChanges,
    Attempts,
    KnownBrowsers,
    ProviderTrips,
    ComeBackFromProvider,
    OwnPassword,
    ReplacePassword,
    OpenSession,
    HalfSessions,
    SecondFactors,
    Totps,
    Challenges,
    CheckPasskey,
    OwnSecondFactor,
    Passkeys,
    RecoveryCodes,
    RelyingParty,
    Seal,
    ...secondFactorVerbs,
    ...repositories,
    ...verbs,
    ...staffDoors,
  ],
  exports: [OpenSession, EmailChanges, ...secondFactorVerbs, ...repositories, ...verbs, ...staffDoors],
})
export class IdentityModule {}
