import { Account } from './account.entity.ts';
import { Business, BusinessMember } from './business.entity.ts';

export { Account, type NewAccount } from './account.entity.ts';
export { Accounts, type Addressee } from './accounts.repository.ts';
export { Business, BusinessMember, type NewBusiness } from './business.entity.ts';
export { Businesses, type OwnBusiness } from './businesses.repository.ts';
export { ChangePassword } from './change-password.ts';
export {
  AccountNotFound,
  AccountSuspended,
  PasswordTooCommon,
  SessionNotFound,
  TokenNotValid,
  TooManyAttempts,
  WrongCredentials,
  WrongPassword,
} from './identity.errors.ts';
export type {
  AccountRegistered,
  PasswordChanged,
  PasswordResetRequested,
  RegistrationRepeated,
  VerificationRequested,
} from './identity.events.ts';
export { IdentityModule } from './identity.module.ts';
export { IssuePasswordReset } from './issue-password-reset.ts';
export { IssueVerification } from './issue-verification.ts';
export { ListDevices, type Device } from './list-devices.ts';
export { OpenBusiness } from './open-business.ts';
export { RecogniseSession } from './recognise-session.ts';
export { Register, type Registration } from './register.ts';
export { RequestPasswordReset } from './request-password-reset.ts';
export { RequestVerification } from './request-verification.ts';
export { ResetPassword } from './reset-password.ts';
export { SignIn, type Credentials, type SignedIn } from './sign-in.ts';
export { SignOut } from './sign-out.ts';
export { SignOutDevice } from './sign-out-device.ts';
export { SignOutOthers } from './sign-out-others.ts';
export { VerifyEmail } from './verify-email.ts';

export const identityEntities = [Account, Business, BusinessMember];
