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
export const Language = z.enum(['en', 'nb', 'sv']);
export type Language = z.output<typeof Language>;

export const Zone = z.string().refine(isZone, 'must be an IANA time zone, such as Europe/Oslo');

export const NewBusiness = z.strictObject({ name: Name, country: Country, zone: Zone });
export type NewBusiness = z.output<typeof NewBusiness>;

export const RegisterRequest = z.strictObject({
  email: Email,
  password: NewPassword,
  name: Name,
  zone: Zone,
  /** What their browser speaks with them: their first mail comes before they can choose. */
  language: Language.optional(),
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

export const ChooseLanguageRequest = z.strictObject({ language: Language });
export type ChooseLanguageRequest = z.output<typeof ChooseLanguageRequest>;

export const Me = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  zone: z.string(),
  /** Null until they choose one: each browser's own is used. */
  language: Language.nullable(),
  /** Money waits for it. */
  emailVerified: z.boolean(),
  businesses: z.array(BusinessView),
  /** Has an assistant's profile. */
  assists: z.boolean(),
  /** Belongs to Kontor's staff: the routes of staff are open to them once they have shown a second factor. */
  isStaff: z.boolean(),
  /** Only while a member of staff looks through this person's eyes, in this session: until when they can. */
  lookedThroughUntil: z.iso.datetime().optional(),
});
export type Me = z.output<typeof Me>;

export const SecondFactor = z.enum(['totp', 'recovery_code', 'passkey']);
export type SecondFactor = z.output<typeof SecondFactor>;

/** The password was right, and nobody is signed in before one of these is shown too. */
export const SecondFactorWanted = z.object({ wants: z.array(SecondFactor).min(1) });
export type SecondFactorWanted = z.output<typeof SecondFactorWanted>;

export const SignInAnswer = z.union([Me, SecondFactorWanted]);
export type SignInAnswer = z.output<typeof SignInAnswer>;

/** Six digits, as the app shows them, with or without the space in the middle. */
const TotpCode = z
  .string()
  .transform((code) => code.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'must be six digits'));
const RecoveryCode = z.string().trim().min(16, 'must have 16 letters and digits').max(40);
const PasskeyName = z.string().trim().min(1, 'is required').max(60);

/** What a browser makes of a passkey's answer. What it says is checked by the library that reads it. */
const Base64Url = z.string().max(8_000);
const extensions = z.record(z.string(), z.unknown());
export const PasskeyAnswer = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: Base64Url.optional(),
  }),
  clientExtensionResults: extensions,
});
export type PasskeyAnswer = z.output<typeof PasskeyAnswer>;

export const NewPasskeyAnswer = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
  clientExtensionResults: extensions,
});
export type NewPasskeyAnswer = z.output<typeof NewPasskeyAnswer>;

export const PasskeySignInRequest = z.strictObject({ passkey: PasskeyAnswer });
export type PasskeySignInRequest = z.output<typeof PasskeySignInRequest>;

export const TotpShown = z.strictObject({ totp: TotpCode });
export const RecoveryCodeShown = z.strictObject({ recoveryCode: RecoveryCode });
export const SecondFactorRequest = z.union([TotpShown, RecoveryCodeShown]);
export type SecondFactorRequest = z.output<typeof SecondFactorRequest>;

export const StepUpRequest = z.union([
  z.strictObject({ password: KnownPassword }),
  TotpShown,
  RecoveryCodeShown,
  z.strictObject({ passkey: PasskeyAnswer }),
]);
export type StepUpRequest = z.output<typeof StepUpRequest>;

/** For `navigator.credentials`, as its own standard describes them. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.output<typeof PasskeyOptions>;

export const AddPasskeyRequest = z.strictObject({ name: PasskeyName, passkey: NewPasskeyAnswer });
export type AddPasskeyRequest = z.output<typeof AddPasskeyRequest>;

export const PasskeyAdded = z.object({ id: z.uuid() });
export type PasskeyAdded = z.output<typeof PasskeyAdded>;

export const RenamePasskeyRequest = z.strictObject({ name: PasskeyName });
export type RenamePasskeyRequest = z.output<typeof RenamePasskeyRequest>;

export const ConfirmTotpRequest = z.strictObject({ code: TotpCode });
export type ConfirmTotpRequest = z.output<typeof ConfirmTotpRequest>;

/** Shown once, and never again. */
export const NewTotpView = z.object({ secret: z.string(), uri: z.string() });
export type NewTotpView = z.output<typeof NewTotpView>;

/** Shown once, and never again. */
export const RecoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodesView = z.output<typeof RecoveryCodesView>;

export const PasskeyView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Whether its maker keeps it on several devices. */
  isSynced: z.boolean(),
  createdAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type PasskeyView = z.output<typeof PasskeyView>;

export const SecondFactorsView = z.object({
  /** Since when a code of the authenticator app is asked for at sign-in. */
  totpSince: z.iso.datetime().nullable(),
  recoveryCodesLeft: z.number().int(),
  passkeys: z.array(PasskeyView),
  /**
   * What POST /step-ups takes of this person, the first choice first. `provider` it does not take: who has no password
   * signs in anew as they came.
   */
  stepUpBy: z.array(z.enum(['password', ...SecondFactor.options, 'provider'])).min(1),
  /** Until when it asks nothing; null: it would ask now. */
  steppedUpUntil: z.iso.datetime().nullable(),
});
export type SecondFactorsView = z.output<typeof SecondFactorsView>;

/** A place where one is signed in. */
export const SessionView = z.object({
  id: z.uuid(),
  /** As its makers call it, by what it says of itself; null: one that we do not know. */
  browser: z.string().nullable(),
  system: z.enum(['iphone', 'ipad', 'android', 'windows', 'chromeos', 'mac', 'linux']).nullable(),
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
