import { Money } from '@app/kernel';

/** What a client pays when the assistant gets so much: the service fee on top, in basis points. */
export function withFee(cents: number, feeBp: number): number {
  const amount = Money.usd(cents);
  return amount.plus(amount.basisPoints(feeBp)).cents;
}
