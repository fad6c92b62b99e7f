import { PasskeyRefused } from './identity.errors.ts';

/** The challenge that an answer says it signed: only to find it by, the signature is checked over it. */
export function challengeIn(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    if (typeof challenge === 'string') return challenge;
  } catch {
    // No JSON: refused below like any other answer that is not one.
  }
  throw new PasskeyRefused();
}
