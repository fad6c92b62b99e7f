import { randomInt } from 'node:crypto';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Every key of the test mode belongs to this one account. */
export const PLATFORM = 'acct_1PlatformInTestMode';

/** An id as Stripe makes them: `newId('cus')` is something like `cus_Q3b...`. */
export function newId(prefix: string, length = 24): string {
  return `${prefix}_${secretText(length)}`;
}

export function secretText(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
