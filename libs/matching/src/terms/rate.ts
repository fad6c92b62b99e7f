import type { Fit } from '../fit.ts';
import { type Term, term } from '../term.ts';

/**
 * All up to the middle of the client's range, half at its end. Asking less than the middle gains nothing, so that
 * nobody has to underbid to be seen.
 */
export function rate({ wanted: { minRate, maxRate }, offered: { hourlyRate } }: Fit): Term {
  const span = maxRate.minus(minRate).cents;
  const aboveMiddle = Math.max(0, 2 * hourlyRate.cents - minRate.cents - maxRate.cents);
  const says = `Asks ${hourlyRate} an hour; the range is ${minRate} to ${maxRate}.`;
  const values = { rateCents: hourlyRate.cents, minRateCents: minRate.cents, maxRateCents: maxRate.cents };
  return span === 0 ? term('rate', 1, 1, says, values) : term('rate', 2 * span - aboveMiddle, 2 * span, says, values);
}
