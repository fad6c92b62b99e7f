import { Money } from '@app/kernel';
import { credit, debit, type Posting } from '@app/ledger';
import fc from 'fast-check';

import { RandomBanks } from './random-banks.ts';
import { type Charge, RandomMarket } from './random-market.ts';

/** What may happen to money. `n` chooses which of the things there are, and how much of it. Another way that money moves is a line here. */
const moves: Record<string, (market: RandomMarket, n: number, banks: RandomBanks) => void> = {
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
  chargeback: (market, n, banks) => at(market.charges, n, (charge) => banks.takeBack(charge, n)),
  loss: (_, n, banks) => at(banks.undecided, n, (contested) => banks.lose(contested)),
  win: (_, n, banks) => at(banks.out, n, (contested) => banks.win(contested, n)),
};

function at<Thing>(things: readonly Thing[], n: number, move: (thing: Thing) => void): void {
  const thing = things[n % Math.max(1, things.length)];
  if (thing !== undefined) move(thing);
}

/** Nothing lost, nothing made: what the books say is what there is. */
function expectBooksToBalance(market: RandomMarket, banks: RandomBanks): void {
  const sum = (amounts: readonly Money[]) => Money.sum(amounts).cents;
  const off = {
    ledger: [...market.books.values()].reduce((total, cents) => total + cents, 0),
    stripe: market.in('stripe_balance') - market.stripe.cents,
    held: market.in('earnings_held') + sum(market.held.map(({ amountCents }) => amountCents)),
    due: market.in('earnings_due') + sum(market.due.map(({ amountCents }) => amountCents)),
    refunds: market.in('refund_due') + sum(market.refundsDue.map(({ amountCents }) => amountCents)),
    debts: market.in('assistant_debt') - sum(market.debts.map(({ debt }) => debt.left)),
    chargebacks: market.in('chargeback_held') - sum(banks.undecided.map((contested) => banks.held(contested))),
    receivable: market.in('client_receivable'),
    suspense: market.in('suspense'),
    inTransit: [...market.inTransit.values()].filter((cents) => cents !== 0).length,
    charges: market.charges.map((charge) => offOf(charge, market, banks)).filter((cents) => cents !== 0).length,
    beyond: market.charges.filter((charge) => wentBack(charge, market, banks) > paid(charge)).length,
  };
  if (Object.values(off).some((cents) => cents !== 0)) throw new Error(`The books are off: ${JSON.stringify(off)}`);
}

const paid = ({ amount, fee }: Charge) => amount.plus(fee).cents;

/** To the client, by us or by their bank. */
function wentBack(charge: Charge, market: RandomMarket, banks: RandomBanks): number {
  const refunds = market.refunded.filter(({ chargeId }) => chargeId === charge.id);
  const contested = banks.all.filter((each) => each.charge === charge);
  return Money.sum([...refunds.map(({ amountCents }) => amountCents), ...contested.map(({ out }) => out)]).cents;
}

/**
 * Of each charge: captured = net transfers + debt recovered from its releases + held + due + refund_due + refunds +
 * chargebacks not reinstated + fee kept − (debt opened + platform losses), what nobody bears yet set aside.
 */
function offOf(charge: Charge, market: RandomMarket, banks: RandomBanks): number {
  const { invoiceId } = charge;
  const sum = (amounts: readonly Money[]) => Money.sum(amounts).cents;
  const isOurs = (of: { invoiceId: string }) => of.invoiceId === invoiceId;
  const held = [...market.held, ...market.due].filter(isOurs).map(({ amountCents }) => amountCents);
  const sent = market.sent.filter(({ earning }) => isOurs(earning)).map(({ left }) => left);
  const refundsDue = market.refundsDue.filter(isOurs).map(({ amountCents }) => amountCents);
  const undecided = banks.undecided.filter((each) => each.charge === charge).map((each) => banks.held(each));
  const debts = market.debts
    .filter(({ debt }) => isOurs(debt))
    .map(({ debt }) => debt.amountCents.minus(debt.reversedCents).minus(debt.writtenOffCents));
  const found = sum([...sent, charge.recovered, ...held, ...refundsDue]) + wentBack(charge, market, banks);
  const fee = -market.ofInvoice('service_fee', invoiceId);
  return paid(charge) - found - fee + sum([...undecided, ...debts]) + market.ofInvoice('platform_losses', invoiceId);
}

function play(sequence: readonly (readonly [name: string, n: number])[]): [RandomMarket, RandomBanks] {
  const market = new RandomMarket();
  const banks = new RandomBanks(market);
  market.charge(54_000);
  for (const [name, n] of sequence) moves[name]?.(market, n, banks);
  return [market, banks];
}

const moved = fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.nat());

test('10,000 random sequences lose and make no cent', () => {
  const happened = new Set<string>();
  fc.assert(
    fc.property(fc.array(moved, { minLength: 5, maxLength: 40 }), (sequence) => {
      const [market, banks] = play(sequence);
      expectBooksToBalance(market, banks);
      for (const { chargeback } of banks.all) happened.add(chargeback.state);
    }),
    { numRuns: 10_000 },
  );
  expect([...happened].toSorted()).toEqual(['lost', 'needs_response', 'won']);
}, 60_000);

describe('one that does lose a cent is found', () => {
  const found = (spoil: (market: RandomMarket) => void) => {
    const [market, banks] = play([
      ['chargeback', 1],
      ['loss', 0],
    ]);
    expectBooksToBalance(market, banks);
    spoil(market);
    return expect(() => expectBooksToBalance(market, banks));
  };
  const keys = { clientId: 'c', invoiceId: 'inv_1' };
  const mistake = (...postings: Posting[]) => ({
    ...{ reference: '', kind: 'J16' as const, reason: 'A mistake', occurredAt: new Date(0), postings },
  });

  test('in what Stripe holds', () => {
    found((market) => (market.stripe = market.stripe.minus(Money.usd(1)))).toThrow('"stripe":1');
  });

  test('in who bears a loss, though the journal sums to zero', () => {
    const [of, to] = [debit('platform_losses', Money.usd(1), keys), credit('stripe_fees', Money.usd(1), keys)];
    found((market) => market.post(mistake(of, to))).toThrow('"charges":1');
  });

  test('in what a bank took', () => {
    const [of, to] = [debit('chargeback_held', Money.usd(1), {}), credit('chargeback_fees', Money.usd(1), {})];
    found((market) => market.post(mistake(of, to))).toThrow('"chargebacks":1');
  });

  test('in a journal that does not', () => {
    const market = new RandomMarket();
    expect(() => market.post(mistake(debit('bank', Money.usd(1), {})))).toThrow('off by 1');
  });
});
