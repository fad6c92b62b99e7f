import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header. `at` is real time, whatever the emulator's clock says: receivers check its age. */
export function signatureOf(payload: string, secret: string, at: Date): string {
  const t = Math.floor(at.getTime() / 1000);
  const digest = createHmac('sha256', secret).update(`${t}.${payload}`).digest('hex');
  return `t=${t},v1=${digest}`;
}
