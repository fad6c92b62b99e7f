import type { NewPasskeyAnswer, PasskeyAnswer } from '@app/wire/identity';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/** As the library reads it. Extensions are none of ours: we ask for none. */
export function answerOf({ id, rawId, type, response }: PasskeyAnswer): AuthenticationResponseJSON {
  const { userHandle, ...signed } = response;
  const handle = userHandle === undefined ? {} : { userHandle };
  return { id, rawId, type, response: { ...signed, ...handle }, clientExtensionResults: {} };
}

export function newPasskeyOf({ id, rawId, type, response }: NewPasskeyAnswer): RegistrationResponseJSON {
  const { transports, ...made } = response;
  const ways = transports === undefined ? {} : { transports };
  return { id, rawId, type, response: { ...made, ...ways }, clientExtensionResults: {} };
}
