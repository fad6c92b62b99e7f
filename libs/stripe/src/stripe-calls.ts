import { setTimeout as wait } from 'node:timers/promises';

import type { Config } from '@app/config';
import { assertOutsideTransaction } from '@app/database';
import { Stripe } from 'stripe';

import { isRateLimited, meaningOf } from './stripe-errors.ts';

export const API_VERSION = '2026-10-28.endive';
const TIMEOUT_MS = 20_000;
const NETWORK_RETRIES = 2;
const TRIES_WHEN_LIMITED = 6;
const FIRST_BACKOFF_MS = 200;

/** What makes a repeat of a write the same write: built from our row's id. */
export interface Key {
  readonly idempotencyKey: string;
}

/** The one way to Stripe: outside transactions, patient with rate limits, and never vague about what an error means. */
export class StripeCalls {
  readonly #stripe: Stripe;

  constructor(config: Config) {
    this.#stripe = new Stripe(config.env.STRIPE_SECRET_KEY, {
      apiVersion: API_VERSION,
      maxNetworkRetries: NETWORK_RETRIES,
      timeout: TIMEOUT_MS,
      telemetry: false,
      ...address(config.env.STRIPE_API_URL),
    });
  }

  get webhooks(): Pick<Stripe, 'webhooks' | 'parseEventNotification'> {
    return this.#stripe;
  }

  /** `what` names the call for errors. Throws `StripeRefused` when nothing was done, `StripeUnclear` when nobody knows. */
  async call<Result>(what: string, work: (stripe: Stripe) => Promise<Result>): Promise<Result> {
    assertOutsideTransaction(`stripe: ${what}`);
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(this.#stripe);
      } catch (error) {
        if (!isRateLimited(error) || attempt === TRIES_WHEN_LIMITED) throw meaningOf(what, error);
        await wait(backoff(attempt)); // The SDK repeats lost connections, but never a 429.
      }
    }
  }
}

/** Doubling, with full jitter, so that workers that met the limit together do not meet it again. */
function backoff(attempt: number): number {
  return FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}

function address(url: string | undefined): { host?: string; port?: string; protocol?: 'http' | 'https' } {
  if (url === undefined) return {};
  const { hostname, port, protocol } = new URL(url);
  return {
    host: hostname,
    port: port || (protocol === 'http:' ? '80' : '443'),
    protocol: protocol === 'http:' ? 'http' : 'https',
  };
}
