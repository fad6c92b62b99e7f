import { Money } from '@app/kernel';

/** The service fee when this was built, until the api has said today's; a contract carries its own. */
export const CLIENT_FEE_BP = 1_000;
export const LOWEST_RATE_CENTS = 1_000;
export const HIGHEST_RATE_CENTS = 2_500;

export interface Price {
  /** What the assistant keeps. */
  readonly worthCents: number;
  readonly feeCents: number;
  /** What the client pays, all in. */
  readonly totalCents: number;
}

/** What so many minutes at this rate come to, rounded as an invoice line is. */
export function priceOf(rateCents: number, minutes: number, feeBp = CLIENT_FEE_BP): Price {
  const worth = Money.usd(rateCents).forMinutes(minutes);
  const fee = worth.basisPoints(feeBp);
  return { worthCents: worth.cents, feeCents: fee.cents, totalCents: worth.plus(fee).cents };
}

export function isRate(cents: number): boolean {
  return cents >= LOWEST_RATE_CENTS && cents <= HIGHEST_RATE_CENTS;
}
