import type { Me } from '@app/wire/identity';

import { ApiError } from '../../api/api-error.ts';
import { send } from '../../api/client.ts';

type Options = Parameters<typeof import('@simplewebauthn/browser').startAuthentication>[0]['optionsJSON'];
type NewOptions = Parameters<typeof import('@simplewebauthn/browser').startRegistration>[0]['optionsJSON'];

const library = () => import('@simplewebauthn/browser');

/** Whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function';
}

export async function signInWithPasskey(): Promise<Me> {
  const { startAuthentication } = await library();
  const optionsJSON = await challenge('/sessions/passkey-challenges');
  const passkey = await asked(() => startAuthentication({ optionsJSON }));
  return send<Me>('POST', '/sessions/passkey', { body: { passkey } });
}

/**
 * Lets the browser offer passkeys beside the e-mail field. Resolves when one was chosen there; null when none ever will
 * be: the browser cannot, or `stopOffering` was called.
 */
export async function offerPasskeys(): Promise<Me | null> {
  if (!knowsPasskeys()) return null;
  const { browserSupportsWebAuthnAutofill, startAuthentication } = await library();
  if (!(await browserSupportsWebAuthnAutofill())) return null;
  const optionsJSON = await challenge('/sessions/passkey-challenges');
  const passkey = await startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(() => null);
  return passkey && send<Me>('POST', '/sessions/passkey', { body: { passkey } });
}

export async function stopOffering(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

export async function stepUpWithPasskey(): Promise<void> {
  const { startAuthentication } = await library();
  const optionsJSON = await challenge('/step-ups/passkey-challenges');
  const passkey = await asked(() => startAuthentication({ optionsJSON }));
  await send('POST', '/step-ups', { body: { passkey }, rotates: true });
}

export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await library();
  const optionsJSON = await send<NewOptions>('POST', '/me/passkey-challenges');
  const passkey = await asked(() => startRegistration({ optionsJSON }));
  await send('POST', '/me/passkeys', { body: { name, passkey } });
}

function challenge(path: string): Promise<Options> {
  return send<Options>('POST', path);
}

/** What a browser refuses, by the codes that screens explain. It tells no more, so that pages cannot learn from it. */
async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const isKnown = error instanceof Error && error.name === 'InvalidStateError';
    const code = isKnown ? 'passkey_known' : 'passkey_cancelled';
    throw new ApiError(0, code, 'The browser did not use a passkey.');
  }
}
