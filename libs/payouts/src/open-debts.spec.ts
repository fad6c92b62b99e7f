import { Money } from '@app/kernel';
import fc from 'fast-check';

import { OpenDebts } from './open-debts.ts';

const debt = (cents: number, id = 'a') => ({ id, left: Money.usd(cents) });

test('of 15.00 owed a transfer of 40.00 pays 10.00, and the next of 60.00 the rest', () => {
  const owed = new OpenDebts([debt(15_00)]);
  expect(owed.keepBack(Money.usd(40_00))).toEqual([{ debtId: 'a', amount: Money.usd(10_00) }]);
  expect(owed.keepBack(Money.usd(60_00))).toEqual([{ debtId: 'a', amount: Money.usd(5_00) }]);
  expect(owed.keepBack(Money.usd(60_00))).toEqual([]);
});

test('the older debt is paid first, and both from one transfer when it suffices', () => {
  const owed = new OpenDebts([debt(3_00, 'old'), debt(9_00, 'new')]);
  expect(owed.keepBack(Money.usd(20_03))).toEqual([
    { debtId: 'old', amount: Money.usd(3_00) },
    { debtId: 'new', amount: Money.usd(2_00) },
  ]);
});

test('never more than a quarter of a transfer, never more than is owed', () => {
  const cents = fc.integer({ min: 1, max: 1_000_000 });
  fc.assert(
    fc.property(fc.array(cents, { maxLength: 5 }), fc.array(cents, { maxLength: 20 }), (debts, transfers) => {
      const owed = new OpenDebts(debts.map((left, at) => debt(left, String(at))));
      let kept = 0;
      for (const transfer of transfers) {
        const back = owed.keepBack(Money.usd(transfer)).reduce((sum, { amount }) => sum + amount.cents, 0);
        expect(4 * back).toBeLessThanOrEqual(transfer);
        kept += back;
      }
      expect(kept).toBeLessThanOrEqual(debts.reduce((sum, left) => sum + left, 0));
    }),
  );
});
