import type {
  ChangePasswordRequest,
  EmailChangeRequest,
  PasswordResetRequest,
  ResetPasswordRequest,
  SessionView,
} from '@app/wire/identity';
import { queryOptions } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';

/** Where one is signed in. */
export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => get<SessionView[]>('/sessions', signal),
});

export function signOutDevice(id: string): Promise<void> {
  return send('DELETE', `/sessions/${id}`);
}

export function signOutOthers(): Promise<void> {
  return send('DELETE', '/sessions');
}

/** Answers the same for an address that has no account. */
export function askForPasswordReset(request: PasswordResetRequest): Promise<void> {
  return send('POST', '/password-resets/requests', { body: request });
}

export function resetPassword(request: ResetPasswordRequest): Promise<void> {
  return send('POST', '/password-resets', { body: request });
}

/** Puts back the address that somebody else gave up. */
export function takeBackEmail(request: ResetPasswordRequest): Promise<void> {
  return send('POST', '/email-returns', { body: request });
}

export function changePassword(request: ChangePasswordRequest): Promise<void> {
  return send('PUT', '/me/password', { body: request });
}

/** The address changes once the link in the mail to the new one is used. */
export function askForEmailChange(request: EmailChangeRequest): Promise<void> {
  return send('POST', '/me/email-changes', { body: request });
}

export function confirmEmail(token: string): Promise<void> {
  return send('POST', '/email-changes', { body: { token } });
}
