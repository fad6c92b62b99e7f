import { billMinutes, Money } from '@app/kernel';

/** What an amount of a line's work is worth: to the assistant, and the client's fee on it. */
export interface Worth {
  readonly amount: Money;
  readonly fee: Money;
}

export interface Priced {
  /** An hour's; null for a bonus, whose quantity is cents. */
  readonly rate: Money | null;
  readonly feeBp: number;
}

/**
 * A stretch `[from, to)` of a line (of a time line's seconds, of a bonus's cents), by difference: what the line is worth
 * up to its end less what it is worth up to its beginning. However a line is cut, its parts sum to it to the cent.
 */
export function worthOf(line: Priced, from: number, to: number): Worth {
  const [less, more] = [upTo(line, from), upTo(line, to)];
  return { amount: more.amount.minus(less.amount), fee: more.fee.minus(less.fee) };
}

function upTo({ rate, feeBp }: Priced, quantity: number): Worth {
  const amount = rate === null ? Money.usd(quantity) : rate.forMinutes(billMinutes(quantity));
  return { amount, fee: amount.basisPoints(feeBp) };
}
