import { billMinutes, Money } from '@app/kernel';

/** What the assistant earns, and the client's fee on it. */
export interface Worth {
  readonly amountCents: number;
  readonly feeCents: number;
}

/** By which an hour of a contract becomes money. */
export interface Terms {
  readonly rateCents: number;
  readonly feeBp: number;
}

type Side = 'client' | 'assistant' | 'staff';

/**
 * What the last `seconds` of a line are worth of which `upTo` seconds are left: by difference, as parts of a line are
 * set aside and given back, so that what is shown before is what happens.
 */
export function worthOfLast(seconds: number, upTo: number, { rateCents, feeBp }: Terms): Worth {
  const [more, less] = [upTo, Math.max(0, upTo - seconds)].map((quantity) => {
    const amount = Money.usd(rateCents).forMinutes(billMinutes(quantity));
    return { amount, fee: amount.basisPoints(feeBp) };
  });
  if (!more || !less) return { amountCents: 0, feeCents: 0 };
  return { amountCents: more.amount.minus(less.amount).cents, feeCents: more.fee.minus(less.fee).cents };
}

/** What it means to who reads: the client pays the fee too, the assistant never sees it. */
export function centsFor(side: Side, { amountCents, feeCents }: Worth): number {
  return side === 'assistant' ? amountCents : amountCents + feeCents;
}
