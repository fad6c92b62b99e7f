import { Money } from '@app/kernel';
import fc from 'fast-check';

import { RandomMarket } from './random-market.ts';

/** What may happen to money. `n` chooses which of the things there are, and how much of it. Another way that money moves is a line here. */
const moves: Record<string, (market: RandomMarket, n: number) => void> = {
  charge: (market, n) => market.charge(1 + (n % 144_000)),
  release: (market, n) => at(market.held, n, (earning) => market.release(earning)),
  transfer: (market, n) => at(market.due, n, (earning) => market.transfer(earning)),
  'give back what is not sent': (market, n) =>
    at([...market.held, ...market.due], n, (earning) => market.giveBackUnsent(earning, 1 + (n % 36_000))),
  'give back what was sent': (market, n) =>
    at(market.sent, n, (sent) => market.giveBackSent(sent, 1 + (n % 36_000), n % 5 === 0 ? 'platform' : 'assistant')),
  reverse: (market, n) => at(market.debts, n, (debt) => market.reverse(debt, n % 20_000)),
  'write off': (market, n) => at(market.debts, n, (debt) => market.writeOff(debt)),
  refund: (market, n) => at(market.refundsDue, n, (refund) => market.refund(refund)),
  'refund fails': (market, n) => at(market.refunded, n, (refund) => market.refundFails(refund)),
};

function at<Thing>(things: readonly Thing[], n: number, move: (thing: Thing) => void): void {
  const thing = things[n % Math.max(1, things.length)];
  if (thing !== undefined) move(thing);
}

/** Nothing lost, nothing made: what the books say is what there is. */
function expectBooksToBalance(market: RandomMarket): void {
  const sum = (amounts: readonly Money[]) => Money.sum(amounts).cents;
  const off = {
    ledger: [...market.books.values()].reduce((total, cents) => total + cents, 0),
    stripe: market.in('stripe_balance') - market.stripe.cents,
    held: market.in('earnings_held') + sum(market.held.map(({ amountCents }) => amountCents)),
    due: market.in('earnings_due') + sum(market.due.map(({ amountCents }) => amountCents)),
    refunds: market.in('refund_due') + sum(market.refundsDue.map(({ amountCents }) => amountCents)),
    debts: market.in('assistant_debt') - sum(market.debts.map(({ debt }) => debt.left)),
    receivable: market.in('client_receivable'),
    suspense: market.in('suspense'),
    inTransit: [...market.inTransit.values()].filter((cents) => cents !== 0).length,
  };
  if (Object.values(off).some((cents) => cents !== 0)) throw new Error(`The books are off: ${JSON.stringify(off)}`);
}

test('10,000 random sequences lose and make no cent', () => {
  const move = fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.nat());
  fc.assert(
    fc.property(fc.array(move, { minLength: 5, maxLength: 40 }), (sequence) => {
      const market = new RandomMarket();
      market.charge(54_000);
      for (const [name, n] of sequence) moves[name]?.(market, n);
      expectBooksToBalance(market);
    }),
    { numRuns: 10_000 },
  );
}, 60_000);

test('one that does lose a cent is found', () => {
  const market = new RandomMarket();
  market.charge(3_600);
  market.stripe = market.stripe.minus(Money.usd(1));
  expect(() => expectBooksToBalance(market)).toThrow('"stripe":1');
});
