import { Money } from '@app/kernel';
import fc from 'fast-check';

import { type Priced, worthOf } from './worth.ts';

const MINUTE = 60;
const time = (rateCents: number, feeBp = 1_000): Priced => ({ rate: Money.usd(rateCents), feeBp });

test('127 minutes at $18.50 less 40 give back 12.33 and 1.24 of the fee', () => {
  const line = time(18_50);
  expect(worthOf(line, 0, 127 * MINUTE)).toEqual({ amount: Money.usd(39_16), fee: Money.usd(3_92) });
  expect(worthOf(line, 0, 87 * MINUTE)).toEqual({ amount: Money.usd(26_83), fee: Money.usd(2_68) });
  expect(worthOf(line, 87 * MINUTE, 127 * MINUTE)).toEqual({ amount: Money.usd(12_33), fee: Money.usd(1_24) });
});

test('of a bonus, cents are cents', () => {
  expect(worthOf({ rate: null, feeBp: 1_000 }, 10_00, 25_00)).toEqual({
    amount: Money.usd(15_00),
    fee: Money.usd(1_50),
  });
});

test('however a line is cut, its parts sum to it, and none is worth less than nothing', () => {
  const priced = fc.oneof(
    fc.record({
      rate: fc.integer({ min: 1_000, max: 2_500 }).map((cents) => Money.usd(cents)),
      feeBp: fc.integer({ min: 0, max: 2_500 }),
    }),
    fc.record({ rate: fc.constant(null), feeBp: fc.integer({ min: 0, max: 2_500 }) }),
  );
  fc.assert(
    fc.property(
      priced,
      fc.integer({ min: 1, max: 60 * 3_600 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
      (line, whole, at) => {
        const cuts = [0, ...at.map((share) => Math.floor(share * whole)).toSorted((a, b) => a - b), whole];
        const parts = cuts.slice(1).map((to, index) => worthOf(line, cuts[index] ?? 0, to));
        const all = worthOf(line, 0, whole);
        expect(Money.sum(parts.map(({ amount }) => amount))).toEqual(all.amount);
        expect(Money.sum(parts.map(({ fee }) => fee))).toEqual(all.fee);
        for (const { amount, fee } of parts) expect(Math.min(amount.cents, fee.cents)).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 2_000 },
  );
});
