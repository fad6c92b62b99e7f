import type { Emulator } from '../emulator.ts';
import { PLATFORM } from '../ids.ts';
import { ApiError } from './api-error.ts';
import { header, type Incoming } from './incoming.ts';

/** The account that this request acts on: the platform, or one of its connected accounts. Throws 401 and 403. */
export function accountOf(emulator: Emulator, incoming: Incoming): string {
  checkKey(header(incoming, 'authorization') ?? '');
  const named = header(incoming, 'stripe-account') ?? header(incoming, 'stripe-context');
  if (!named || named === PLATFORM) return PLATFORM;
  if (emulator.on(PLATFORM).find('v2.core.account', named)) return named;
  throw new ApiError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${named}' (or that account does not exist).`,
  });
}

function checkKey(authorization: string): void {
  const key = /^Bearer (\S+)$/.exec(authorization)?.[1] ?? basicUser(authorization);
  if (!key) throw refused('You did not provide an API key.');
  if (/^(sk|rk)_live_/.test(key))
    throw refused('A live key was sent to the local Stripe, which takes only sk_test_ keys.');
  if (!key.startsWith('sk_test_')) throw refused(`Invalid API Key provided: ${key.slice(0, 8)}****`);
}

function basicUser(authorization: string): string | null {
  const encoded = /^Basic (\S+)$/.exec(authorization)?.[1];
  return encoded ? (Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? null) : null;
}

function refused(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message });
}
