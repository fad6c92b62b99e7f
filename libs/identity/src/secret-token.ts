import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** 256 random bits as text. Whoever holds it has the right; we keep only its hash. */
export function newSecretToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** Plain SHA-256 is enough: there is nothing to guess in 256 random bits. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
