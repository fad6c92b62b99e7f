import { z } from 'zod';

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;
const LONGEST_NAME = 120;
const LONGEST_EMAIL = 254;

const Email = z.email('must be an e-mail address').trim().max(LONGEST_EMAIL);
const Name = z.string().trim().min(1, 'is required').max(LONGEST_NAME);
/** ISO 3166-1 alpha-2. */
const Country = z.string().regex(/^[A-Z]{2}$/, 'must be a country of two capital letters, such as NO');
const NewPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `must have ${SHORTEST_PASSWORD} characters or more`)
  .max(LONGEST_PASSWORD, `must have ${LONGEST_PASSWORD} characters or fewer`);
/** One that exists: only held against what is kept, so nothing is said of its form. */
const KnownPassword = z.string().min(1, 'is required').max(LONGEST_PASSWORD);
const MailedToken = z.string().min(1).max(200);
const Zone = z.string().refine(isZone, 'must be an IANA time zone, such as Europe/Oslo');

export const NewBusiness = z.strictObject({ name: Name, country: Country, zone: Zone });
export type NewBusiness = z.output<typeof NewBusiness>;

export const RegisterRequest = z.strictObject({
  email: Email,
  password: NewPassword,
  name: Name,
  zone: Zone,
  /** For who comes to hire: the business they hire for. */
  business: NewBusiness.optional(),
});
export type RegisterRequest = z.output<typeof RegisterRequest>;

export const Registered = z.object({ accountId: z.uuid() });
export type Registered = z.output<typeof Registered>;

export const VerifyEmailRequest = z.strictObject({ token: MailedToken });
export type VerifyEmailRequest = z.output<typeof VerifyEmailRequest>;

export const SignInRequest = z.strictObject({
  email: z.string().trim().min(1, 'is required').max(LONGEST_EMAIL),
  password: KnownPassword,
});
export type SignInRequest = z.output<typeof SignInRequest>;

export const PasswordResetRequest = z.strictObject({ email: Email });
export type PasswordResetRequest = z.output<typeof PasswordResetRequest>;

export const ResetPasswordRequest = z.strictObject({ token: MailedToken, password: NewPassword });
export type ResetPasswordRequest = z.output<typeof ResetPasswordRequest>;

export const ChangePasswordRequest = z.strictObject({ current: KnownPassword, password: NewPassword });
export type ChangePasswordRequest = z.output<typeof ChangePasswordRequest>;

export const EmailChangeRequest = z.strictObject({ email: Email, password: KnownPassword });
export type EmailChangeRequest = z.output<typeof EmailChangeRequest>;

export const ConfirmEmailChangeRequest = z.strictObject({ token: MailedToken });
export type ConfirmEmailChangeRequest = z.output<typeof ConfirmEmailChangeRequest>;

export const BusinessRole = z.enum(['owner', 'hiring', 'approver', 'finance', 'viewer']);
export type BusinessRole = z.output<typeof BusinessRole>;

export const BusinessView = z.object({ id: z.uuid(), name: z.string(), role: BusinessRole, zone: z.string() });
export type BusinessView = z.output<typeof BusinessView>;

export const Me = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  zone: z.string(),
  /** Money waits for it. */
  emailVerified: z.boolean(),
  businesses: z.array(BusinessView),
  /** Has an assistant's profile. */
  assists: z.boolean(),
});
export type Me = z.output<typeof Me>;

export const SecondFactor = z.enum(['totp', 'recovery_code', 'passkey']);
export type SecondFactor = z.output<typeof SecondFactor>;

/** The password was right, and nobody is signed in before one of these is shown too. */
export const SecondFactorWanted = z.object({ wants: z.array(SecondFactor).min(1) });
export type SecondFactorWanted = z.output<typeof SecondFactorWanted>;

export const SignInAnswer = z.union([Me, SecondFactorWanted]);
export type SignInAnswer = z.output<typeof SignInAnswer>;

/** A place where one is signed in. */
export const SessionView = z.object({
  id: z.uuid(),
  /** Such as `Firefox on Windows`: what the browser says of itself, in plain words. */
  browser: z.string(),
  createdAt: z.iso.datetime(),
  /** To the hour. */
  seenAt: z.iso.datetime(),
  isThisOne: z.boolean(),
});
export type SessionView = z.output<typeof SessionView>;

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}
