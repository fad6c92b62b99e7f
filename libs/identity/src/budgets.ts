import type { Budget } from './attempts.repository.ts';

/** Tries an hour. Those from one address are many more: a whole office may stand behind it. */
const MOST_SIGN_INS_AT_AN_ACCOUNT = 10;
const MOST_SIGN_INS_FROM_A_BROWSER = 10;
const MOST_SIGN_INS_FROM_AN_ADDRESS = 100;
const MOST_REGISTRATIONS_FROM_AN_ADDRESS = 30;
const MOST_RESETS_FROM_AN_ADDRESS = 20;
const MOST_PROVIDER_TRIPS_FROM_AN_ADDRESS = 100;
const MOST_MAILS_TO_A_PERSON = 5;
const MOST_GUESSES_WHILE_SIGNED_IN = 10;
const MOST_CODES_AT_AN_ACCOUNT = 10;
/** A page that offers passkeys asks for a challenge each time it opens. */
const MOST_CHALLENGES_FROM_AN_ADDRESS = 600;

export interface SignInTry {
  /** Undefined: nobody has this e-mail address. */
  readonly accountId: string | undefined;
  readonly email: string;
  /** Where the request comes from; undefined when that tells nothing. */
  readonly address: string | undefined;
  /** The token of a browser in which this person has signed in before. */
  readonly knownBrowser: string | undefined;
}

/** A known browser spends of its own: whatever is tried elsewhere, its owner gets in. */
export function signInBudgets({ accountId, email, address, knownBrowser }: SignInTry): Budget[] {
  if (accountId !== undefined && knownBrowser !== undefined) {
    return [{ what: 'sign-in in a browser', of: `${accountId} ${knownBrowser}`, most: MOST_SIGN_INS_FROM_A_BROWSER }];
  }
  const target = accountId ?? email.toLowerCase(); // By its id: one address can be written in many ways.
  return [
    { what: 'sign-in at', of: target, most: MOST_SIGN_INS_AT_AN_ACCOUNT },
    ...from(address, 'sign-in from', MOST_SIGN_INS_FROM_AN_ADDRESS),
  ];
}

export function registrationBudgets(address: string | undefined): Budget[] {
  return from(address, 'registration from', MOST_REGISTRATIONS_FROM_AN_ADDRESS);
}

/** Somebody signs up with an address: the mails to it, that of the first time among them. */
export function registrationOfBudget(accountId: string): Budget {
  return { what: 'registration of', of: accountId, most: 1 + MOST_MAILS_TO_A_PERSON };
}

export function passwordResetBudgets(address: string | undefined): Budget[] {
  return from(address, 'password reset from', MOST_RESETS_FROM_AN_ADDRESS);
}

/** On the way to another provider: each leaves a row until it is back. */
export function providerTripBudgets(address: string | undefined): Budget[] {
  return from(address, 'provider trip from', MOST_PROVIDER_TRIPS_FROM_AN_ADDRESS);
}

export function verificationBudget(accountId: string): Budget {
  return { what: 'verification of', of: accountId, most: MOST_MAILS_TO_A_PERSON };
}

export function emailChangeBudget(accountId: string): Budget {
  return { what: 'change of address of', of: accountId, most: MOST_MAILS_TO_A_PERSON };
}

/** For who sits at a screen that somebody left open. */
export function ownPasswordBudget(accountId: string): Budget {
  return { what: 'own password of', of: accountId, most: MOST_GUESSES_WHILE_SIGNED_IN };
}

/** One-time and recovery codes; `by`: the session, or the known browser, whose tries are counted by themselves. */
export function secondFactorBudget(accountId: string, by = 'anywhere'): Budget {
  return { what: 'second factor', of: `${accountId} ${by}`, most: MOST_CODES_AT_AN_ACCOUNT };
}

export function passkeyChallengeBudgets(address: string | undefined): Budget[] {
  return from(address, 'passkey challenge from', MOST_CHALLENGES_FROM_AN_ADDRESS);
}

function from(address: string | undefined, what: string, most: number): Budget[] {
  return address === undefined ? [] : [{ what, of: address, most }];
}
