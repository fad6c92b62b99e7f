import { Module } from '@nestjs/common';

import { AcceptInvitation } from './accept-invitation.ts';
import { Accounts } from './accounts.repository.ts';
import { ApiTokens } from './api-tokens.repository.ts';
import { Attempts } from './attempts.repository.ts';
import { Businesses } from './businesses.repository.ts';
import { ChangeEmail } from './change-email.ts';
import { ChangePassword } from './change-password.ts';
import { EmailChanges } from './email-changes.repository.ts';
import { IssueEmailChange } from './issue-email-change.ts';
import { ChangeRole } from './change-role.ts';
import { CreateApiToken } from './create-api-token.ts';
import { HalfSessions } from './half-sessions.repository.ts';
import { Invitations } from './invitations.repository.ts';
import { InviteMember } from './invite-member.ts';
import { IssueInvitation } from './issue-invitation.ts';
import { IssuePasswordReset } from './issue-password-reset.ts';
import { IssueVerification } from './issue-verification.ts';
import { KnownBrowsers } from './known-browsers.repository.ts';
import { ListApiTokens } from './list-api-tokens.ts';
import { ListDevices } from './list-devices.ts';
import { MailTokens } from './mail-tokens.repository.ts';
import { Members } from './members.repository.ts';
import { OpenBusiness } from './open-business.ts';
import { OpenSession } from './open-session.ts';
import { OwnPassword } from './own-password.ts';
import { Passwords } from './passwords.ts';
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
import { SignOut } from './sign-out.ts';
import { SignOutDevice } from './sign-out-device.ts';
import { SignOutOthers } from './sign-out-others.ts';
import { Totps } from './totps.repository.ts';
import { VerifyEmail } from './verify-email.ts';
import { WithdrawInvitation } from './withdraw-invitation.ts';

const repositories = [Accounts, Businesses, Members, Invitations, Sessions, MailTokens, ApiTokens];
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
  RequestPasswordReset,
  IssuePasswordReset,
  ResetPassword,
  ChangePassword,
  RequestEmailChange,
  IssueEmailChange,
  ChangeEmail,
  OpenBusiness,
  InviteMember,
  IssueInvitation,
  AcceptInvitation,
  WithdrawInvitation,
  ChangeRole,
  RemoveMember,
];

@Module({
  providers: [
    Passwords,
    EmailChanges,
    Attempts,
    KnownBrowsers,
    OwnPassword,
    ReplacePassword,
    OpenSession,
    HalfSessions,
    SecondFactors,
    Totps,
    ...repositories,
    ...verbs,
  ],
  exports: [OpenSession, ...repositories, ...verbs],
})
export class IdentityModule {}
