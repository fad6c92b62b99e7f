import { Money } from '@app/kernel';

/** What a chargeback takes of a line: of the assistant's part, and of the fee on it. */
export interface LineShare {
  readonly lineId: string;
  readonly amount: Money;
  readonly fee: Money;
}

/**
 * Of these lines so much as the bank takes: all of them when that is all they have, else of each its share, rounded so
 * that the shares sum to it. `beyond`: what is taken above all of them together.
 */
export function sharesOf(lines: readonly LineShare[], taken: Money): { shares: LineShare[]; beyond: Money } {
  const total = Money.sum(lines.map(grossOf));
  if (taken.cents >= total.cents) return { shares: [...lines], beyond: taken.minus(total) };
  let upTo = Money.usd(0);
  let given = Money.usd(0);
  const shares = lines.map((line) => {
    upTo = upTo.plus(grossOf(line));
    const share = taken.shareOf(total, upTo).minus(given);
    given = given.plus(share);
    return split(line, share);
  });
  return { shares: shares.filter((share) => grossOf(share).cents > 0), beyond: Money.usd(0) };
}

/** So much of one line, its fee with it. */
export function split(line: LineShare, taken: Money): LineShare {
  const gross = grossOf(line);
  const fee = gross.cents === 0 ? Money.usd(0) : taken.shareOf(gross, line.fee);
  return { lineId: line.lineId, amount: taken.minus(fee), fee };
}

export function grossOf({ amount, fee }: LineShare): Money {
  return amount.plus(fee);
}
