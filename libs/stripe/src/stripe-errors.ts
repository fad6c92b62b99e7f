import { Stripe } from 'stripe';

/** Nobody knows whether it happened: repeat it with the same key, or look it up. Never counted as a failure. */
export class StripeUnclear extends Error {
  override readonly name = 'StripeUnclear';

  constructor(what: string, cause: unknown) {
    super(`Stripe gave no clear answer to ${what}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** Stripe did nothing, and says why. */
export class StripeRefused extends Error {
  override readonly name = 'StripeRefused';

  constructor(
    /** Stripe's own, such as `balance_insufficient` or `resource_missing`. */
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/**
 * Only an answer to the request itself refuses it. A 5xx, a lost connection, a key that Stripe does not accept, a
 * repeat with other parameters or a limit leave open what became of the first try.
 */
export function meaningOf(what: string, error: unknown): StripeUnclear | StripeRefused {
  const { StripeCardError, StripeInvalidRequestError } = Stripe.errors;
  const definite = error instanceof StripeCardError || error instanceof StripeInvalidRequestError || isV2Refusal(error);
  if (!definite) return new StripeUnclear(what, error);
  const { code, message } = error as Stripe.errors.StripeError;
  return new StripeRefused(code ?? 'invalid_request', message, error);
}

export function isRateLimited(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.statusCode === 429;
}

/** v2 answers some refusals with classes of their own. */
function isV2Refusal(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeError) || error instanceof Stripe.errors.StripeIdempotencyError)
    return false;
  return error.statusCode === 400 || error.statusCode === 404;
}
