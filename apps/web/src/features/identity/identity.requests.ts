import type { NewBusiness, Registered, RegisterRequest, SignInAnswer, SignInRequest } from '@app/wire/identity';

import { send } from '../../api/client.ts';

/** A password may not be enough: then a second factor is wanted, and nobody is signed in. */
export function signIn(request: SignInRequest): Promise<SignInAnswer> {
  return send<SignInAnswer>('POST', '/sessions', { body: request });
}

export function signOut(): Promise<void> {
  return send('DELETE', '/sessions/current');
}

export function register(request: RegisterRequest): Promise<Registered> {
  return send<Registered>('POST', '/registrations', { body: request });
}

export function verifyEmail(token: string): Promise<void> {
  return send('POST', '/email-verifications', { body: { token } });
}

/** Another link to the signed-in person's own address. */
export function sendLinkAgain(): Promise<void> {
  return send('POST', '/email-verifications/requests');
}

export function openBusiness(request: NewBusiness): Promise<void> {
  return send('POST', '/businesses', { body: request });
}
