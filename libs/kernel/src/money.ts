export type Currency = 'usd';

const MINUTES_AN_HOUR = 60;
const WHOLE_IN_BASIS_POINTS = 10_000;

/** An exact amount in minor units (cents). With its SQL twins `bill_minutes`, `amount_for` and `fee_of`, the only home of rounding: half up. */
export class Money {
  private constructor(
    readonly cents: number,
    readonly currency: Currency,
  ) {
    if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents`);
  }

  static usd(cents: number): Money {
    return new Money(cents, 'usd');
  }

  /** The sum of any number of amounts; nothing is zero dollars. */
  static sum(amounts: readonly Money[]): Money {
    return amounts.reduce((total, amount) => total.plus(amount), Money.usd(0));
  }

  plus(other: Money): Money {
    return new Money(this.cents + this.sameCurrency(other).cents, this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.cents - this.sameCurrency(other).cents, this.currency);
  }

  /** What so many minutes cost at this hourly rate. */
  forMinutes(minutes: number): Money {
    return new Money(divideHalfUp(this.cents * minutes, MINUTES_AN_HOUR), this.currency);
  }

  /** A share in basis points (10,000 is the whole). */
  basisPoints(points: number): Money {
    return new Money(divideHalfUp(this.cents * points, WHOLE_IN_BASIS_POINTS), this.currency);
  }

  /** This amount as a share of `whole`, taken of `other`: half up. */
  shareOf(whole: Money, other: Money): Money {
    this.sameCurrency(whole);
    return new Money(
      divideHalfUp(BigInt(this.cents) * BigInt(this.sameCurrency(other).cents), whole.cents),
      this.currency,
    );
  }

  /** `$1,234.50`, for logs, documents and the terminal. Screens and mails write it as their reader does. */
  toString(): string {
    const digits = String(Math.abs(this.cents)).padStart(3, '0');
    const dollars = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
    return `${this.cents < 0 ? '-' : ''}$${dollars}.${digits.slice(-2)}`;
  }

  private sameCurrency(other: Money): Money {
    if (other.currency !== this.currency) throw new TypeError('amounts of two currencies do not add up');
    return other;
  }
}

/** Whole minutes billed for so many seconds of work, rounded once a line. */
export function billMinutes(seconds: number): number {
  return divideHalfUp(seconds, 60);
}

/** Integers in, integer out, half up (never a float between). `divisor` is positive. */
function divideHalfUp(dividend: number | bigint, divisor: number): number {
  const twice = 2n * BigInt(dividend) + BigInt(divisor);
  const quotient = twice / (2n * BigInt(divisor));
  const floored = twice < 0n && twice % (2n * BigInt(divisor)) !== 0n ? quotient - 1n : quotient;
  return Number(floored);
}
