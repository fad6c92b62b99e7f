import { Invalid, Money } from '@app/kernel';

/** What an hour may cost, before the service fee. Screens, api and a CHECK constraint hold the same two numbers. */
export const LOWEST_RATE = Money.usd(10_00);
export const HIGHEST_RATE = Money.usd(25_00);

/** Throws `rate_outside_bounds`, naming the field. */
export function assertRateWithinBounds(rate: Money, field: string): void {
  if (rate.cents >= LOWEST_RATE.cents && rate.cents <= HIGHEST_RATE.cents) return;
  throw Invalid.field(
    field,
    `must be between ${LOWEST_RATE} and ${HIGHEST_RATE} an hour, not ${rate}`,
    'rate_outside_bounds',
  );
}
