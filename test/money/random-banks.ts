import { Refund } from '@app/billing';
import { Chargeback, chargebackLost, type LossPart, refundConsumed, sharesOf } from '@app/disputes';
import { Money } from '@app/kernel';

import type { Charge, RandomMarket } from './random-market.ts';

const AT = new Date('2026-03-20T11:00:00Z');
const NOTHING = Money.usd(0);
const STRIPE_CHARGES = Money.usd(15_00);

interface Contested {
  readonly chargeback: Chargeback;
  readonly charge: Charge;
  /** Taken and not given back. */
  out: Money;
  transactions: number;
  /** Who bears it, once it is lost. */
  readonly borne: LossPart[];
  losses: number;
}

/** The banks of a market's clients: they take payments back, and some of that comes back again. */
export class RandomBanks {
  readonly all: Contested[] = [];

  constructor(private readonly market: RandomMarket) {}

  get undecided(): Contested[] {
    return this.all.filter(({ chargeback }) => chargeback.state === 'needs_response');
  }

  /** Those that may be won yet, also when they were lost. */
  get out(): Contested[] {
    return this.all.filter(({ chargeback, out }) => out.cents > 0 && chargeback.state !== 'won');
  }

  /** Never more than is left of the payment. */
  takeBack(charge: Charge, n: number): void {
    const refunded = Money.sum(this.ofCharge(this.market.refunded, charge).map(({ amountCents }) => amountCents));
    const contested = Money.sum(this.all.filter((each) => each.charge === charge).map(({ out }) => out));
    const free = charge.amount.plus(charge.fee).minus(refunded).minus(contested).cents;
    if (free <= 0) return;
    const amount = Money.usd(n % 3 === 0 ? free : 1 + (n % free));
    const stripeId = this.market.id('dp');
    const read = this.read({ stripeId, chargeId: charge.id, amount }, 'needs_response', amount, 1);
    const chargeback = Chargeback.seen(read, { id: charge.invoiceId, clientId: 'c' }, AT);
    chargeback.learn(read, AT);
    this.all.push({ chargeback, charge, out: amount, transactions: 1, borne: [], losses: 0 });
    this.market.disputed.add(charge.id);
    this.market.seen('adjustment', stripeId, NOTHING.minus(amount), STRIPE_CHARGES, 'dispute');
  }

  lose(contested: Contested): void {
    this.learn(contested, 'lost');
    this.settle(contested);
  }

  /** All of it, or a part; before it was decided, or late. */
  win(contested: Contested, n: number): void {
    const back = Money.usd(n % 2 === 0 ? contested.out.cents : 1 + (n % contested.out.cents));
    contested.out = contested.out.minus(back);
    contested.transactions += 1;
    this.learn(contested, 'won');
    const fee = n % 5 === 0 ? NOTHING.minus(STRIPE_CHARGES) : NOTHING;
    this.market.seen('adjustment', contested.chargeback.stripeId, back, fee, 'dispute_reversal');
    this.settle(contested);
  }

  /** What nobody bears yet: taken, and not decided. */
  held({ out, borne }: Contested): Money {
    return out.minus(sumOf(borne));
  }

  private learn({ chargeback, out, transactions }: Contested, status: string): void {
    const { stripeId, chargeId, amountCents: amount } = chargeback;
    chargeback.learn(this.read({ stripeId, chargeId, amount }, status, out, transactions), AT);
  }

  /** Of the market's journals alone: what is out and not borne finds its bearer, and what came back goes to them. */
  private settle(contested: Contested): void {
    const held = this.held(contested);
    if (held.cents > 0) this.bear(contested, held);
    if (held.cents < 0) this.giveBack(contested, NOTHING.minus(held));
    const { charge } = contested;
    if (!this.undecided.some((each) => each.charge === charge)) this.market.disputed.delete(charge.id);
  }

  private bear(contested: Contested, lost: Money): void {
    const parts: LossPart[] = [];
    let left = lost;
    for (const refund of this.ofCharge(this.market.refundsDue, contested.charge)) {
      const taken = refund.amountCents.cents <= left.cents ? refund.amountCents : left;
      if (taken.cents === 0) continue;
      refund.amountCents = refund.amountCents.minus(taken);
      if (refund.amountCents.cents === 0) this.market.refundsDue.splice(this.market.refundsDue.indexOf(refund), 1);
      parts.push({ account: 'refund_due', cents: taken.cents, lineId: null, refundId: refund.id });
      left = left.minus(taken);
    }
    const { lineId, lost: gone } = contested.charge;
    const { shares, beyond } = sharesOf([this.lineLeft(contested.charge)], left);
    for (const { amount, fee } of shares) {
      gone.amount = gone.amount.plus(amount);
      gone.fee = gone.fee.plus(fee);
      parts.push({ account: 'platform_losses', cents: amount.cents, lineId, refundId: null });
      parts.push({ account: 'service_fee', cents: fee.cents, lineId, refundId: null });
    }
    parts.push({ account: 'platform_losses', cents: beyond.cents, lineId: null, refundId: null });
    this.post(contested, parts);
  }

  /** First to the fee and the platform; the rest is owed to the client again. */
  private giveBack(contested: Contested, back: Money): void {
    const outstanding = Map.groupBy(
      contested.borne,
      ({ account, lineId, refundId }) => `${account} ${lineId ?? refundId ?? ''}`,
    );
    const parts: LossPart[] = [];
    let left = back.cents;
    for (const account of ['service_fee', 'platform_losses', 'refund_due']) {
      for (const [name, borne] of outstanding) {
        const [first] = borne;
        if (!first || !name.startsWith(account)) continue;
        const cents = Math.min(left, sumOf(borne).cents);
        if (cents === 0) continue;
        left -= cents;
        parts.push({ ...first, cents: -cents });
        if (account === 'refund_due') this.oweAgain(contested.charge, Money.usd(cents));
        else if (first.lineId !== null) this.regain(contested.charge, account, Money.usd(cents));
      }
    }
    this.post(contested, parts);
  }

  private oweAgain({ id: chargeId, invoiceId }: Charge, amountCents: Money): void {
    const of = { id: this.market.id('g'), giveBackId: null, invoiceId, clientId: 'c', chargeId, amountCents };
    this.market.refundsDue.push(Refund.due({ ...of, waitsFor: null }, AT));
  }

  private regain({ lost }: Charge, account: string, amount: Money): void {
    if (account === 'service_fee') lost.fee = lost.fee.minus(amount);
    else lost.amount = lost.amount.minus(amount);
  }

  private post(contested: Contested, parts: readonly LossPart[]): void {
    const moved = parts.filter(({ cents }) => cents !== 0);
    contested.borne.push(...moved);
    contested.losses += 1;
    const { chargeback, losses } = contested;
    const refunds = moved.filter(({ account }) => account === 'refund_due');
    const ours = moved.filter(({ account }) => account !== 'refund_due');
    if (refunds.length > 0) this.market.post(refundConsumed(chargeback, losses, refunds, AT));
    if (ours.length > 0) this.market.post(chargebackLost(chargeback, losses, ours, AT));
  }

  private lineLeft({ lineId, amount, fee, given, lost }: Charge) {
    return { lineId, amount: amount.minus(given.amount).minus(lost.amount), fee: fee.minus(given.fee).minus(lost.fee) };
  }

  private ofCharge(refunds: readonly Refund[], { id }: Charge): Refund[] {
    return refunds.filter(({ chargeId }) => chargeId === id);
  }

  private read(
    { stripeId: id, chargeId, amount }: { stripeId: string; chargeId: string; amount: Money },
    status: string,
    out: Money,
    transactions: number,
  ) {
    const transactionIds = Array.from({ length: transactions }, (_, place) => `${id}_${place}`);
    const dates = { openedAt: AT, dueBy: null };
    return { id, chargeId, status, amount, reason: 'fraudulent', submissions: 0, out, transactionIds, ...dates };
  }
}

function sumOf(parts: readonly LossPart[]): Money {
  return Money.usd(parts.reduce((sum, { cents }) => sum + cents, 0));
}
