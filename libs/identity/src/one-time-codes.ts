import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Kontor';
/** As every app makes them: others exist, and many apps read them wrongly. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 };
const SECRET_BYTES = 20;
/** Clocks differ, and codes are typed slowly: the step before and the one after count too. */
const WINDOW_STEPS = 1;

export function newTotpSecret(): Buffer {
  return Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);
}

/** As people type it where they cannot scan. */
export function asText(secret: Buffer): string {
  return secretOf(secret).base32;
}

/** What an authenticator app reads from the picture; `label` is the name it shows. */
export function otpauthUri(secret: Buffer, label: string): string {
  return new TOTP({ ...FORM, issuer: ISSUER, label, secret: secretOf(secret) }).toString();
}

/** Which 30 seconds, counted from 1970, this is the code of; null when of none near `now`. */
export function stepOf(secret: Buffer, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...FORM, secret: secretOf(secret), token: code, timestamp, window: WINDOW_STEPS });
  return delta === null ? null : TOTP.counter({ period: FORM.period, timestamp }) + delta;
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer });
}
