/** A card that was refused, in the bank's words. */
export interface Decline {
  readonly code: string;
  readonly declineCode: string | null;
  readonly advice: string | null;
}

const DAY_MS = 24 * 3_600_000;
/** Counted from the first failure. After them only the client can help, with another card. */
export const RETRY_AFTER_DAYS = [1, 3, 5];

/** The bank is willing, once its cardholder says so: the card stays, the client has to come. */
const WANTS_CARDHOLDER = new Set([
  'authentication_required',
  'authentication_unanswered',
  'payment_intent_authentication_failure',
]);

/** Trying these again cannot succeed, and card networks fine whoever does. */
const HARD = new Set([
  'card_not_supported',
  'expired_card',
  'incorrect_number',
  'invalid_account',
  'invalid_number',
  'lost_card',
  'payment_canceled',
  'pickup_card',
  'resource_missing',
  'restricted_card',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'stolen_card',
  'transaction_not_allowed',
]);

/** What only the client can do about it; null: the same card is tried again by itself. */
export type Wants = 'card' | 'authentication';

/** `card`: this one must not be tried again. `authentication`: not without its holder. */
export function wantsOf({ code, declineCode, advice }: Decline): Wants | null {
  if (WANTS_CARDHOLDER.has(declineCode ?? code) || WANTS_CARDHOLDER.has(code)) return 'authentication';
  if (advice === 'do_not_try_again' || HARD.has(declineCode ?? code) || HARD.has(code)) return 'card';
  return null;
}

/** When the same card is tried again by itself; null: never, the client has to act. */
export function nextAttemptAt(decline: Decline, firstFailedAt: Date, now: Date): Date | null {
  if (wantsOf(decline)) return null;
  const retries = RETRY_AFTER_DAYS.map((days) => new Date(firstFailedAt.getTime() + days * DAY_MS));
  return retries.find((at) => at > now) ?? null;
}
