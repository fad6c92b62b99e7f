import type { Me, NewBusiness, Registered, RegisterRequest, SignInRequest } from '@app/wire/identity';

import { send } from '../../api/client.ts';

export function signIn(request: SignInRequest): Promise<Me> {
  return send<Me>('POST', '/sessions', { body: request });
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
