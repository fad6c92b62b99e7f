import { Money } from '@app/kernel';
import fc from 'fast-check';

import { grossOf, type LineShare, sharesOf } from './line-shares.ts';

const line = (lineId: string, amount: number, fee: number): LineShare => ({
  lineId,
  amount: Money.usd(amount),
  fee: Money.usd(fee),
});
const cents = (shares: readonly LineShare[]) => shares.map(({ amount, fee }) => [amount.cents, fee.cents]);

test('the whole of the lines is the whole of each, and what is more belongs to none', () => {
  const lines = [line('a', 100_00, 10_00), line('b', 50_01, 5_00)];
  expect(sharesOf(lines, Money.usd(165_01))).toEqual({ shares: lines, beyond: Money.usd(0) });
  expect(sharesOf(lines, Money.usd(170_00))).toEqual({ shares: lines, beyond: Money.usd(4_99) });
});

test('a part is taken of each line by what it is worth, the fee with it', () => {
  const { shares } = sharesOf([line('a', 100_00, 10_00), line('b', 50_00, 5_00)], Money.usd(33_00));
  expect(cents(shares)).toEqual([
    [20_00, 2_00],
    [10_00, 1_00],
  ]);
});

test('however it is taken, the shares sum to it to the cent, and none is more than its line', () => {
  const lines = fc.array(
    fc.record({ amount: fc.integer({ min: 0, max: 500_000 }), fee: fc.integer({ min: 0, max: 50_000 }) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 3_000_000 }), (amounts, taken) => {
      const all = amounts.map(({ amount, fee }, place) => line(String(place), amount, fee));
      const { shares, beyond } = sharesOf(all, Money.usd(taken));
      expect(Money.sum(shares.map(grossOf)).plus(beyond)).toEqual(Money.usd(taken));
      for (const share of shares) {
        const whole = all[Number(share.lineId)]!;
        expect(share.amount.cents).toBeGreaterThanOrEqual(0);
        expect(share.fee.cents).toBeGreaterThanOrEqual(0);
        expect(share.amount.cents).toBeLessThanOrEqual(whole.amount.cents);
        expect(share.fee.cents).toBeLessThanOrEqual(whole.fee.cents);
      }
    }),
  );
});
