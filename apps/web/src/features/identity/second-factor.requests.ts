import type {
  ConfirmTotpRequest,
  Me,
  NewTotpView,
  RecoveryCodesView,
  SecondFactorRequest,
  SecondFactorsView,
  StepUpRequest,
} from '@app/wire/identity';
import { queryOptions } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';

export const secondFactorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: ({ signal }) => get<SecondFactorsView>('/me/second-factors', signal),
});

/** The second step of signing in. */
export function signInFurther(request: SecondFactorRequest): Promise<Me> {
  return send<Me>('POST', '/sessions/second-factor', { body: request });
}

export function stepUp(request: StepUpRequest): Promise<void> {
  return send('POST', '/step-ups', { body: request, rotates: true });
}

/** Its secret is shown once. */
export function beginTotp(): Promise<NewTotpView> {
  return send<NewTotpView>('POST', '/me/totp');
}

/** The recovery codes are shown once. */
export function confirmTotp(request: ConfirmTotpRequest): Promise<RecoveryCodesView> {
  return send<RecoveryCodesView>('POST', '/me/totp/confirmation', { body: request, rotates: true });
}

export function removeTotp(): Promise<void> {
  return send('DELETE', '/me/totp');
}

export function renewRecoveryCodes(): Promise<RecoveryCodesView> {
  return send<RecoveryCodesView>('POST', '/me/recovery-codes');
}

export function renamePasskey(id: string, name: string): Promise<void> {
  return send('PATCH', `/me/passkeys/${id}`, { body: { name } });
}

export function removePasskey(id: string): Promise<void> {
  return send('DELETE', `/me/passkeys/${id}`);
}
