import {
  AssistantDebt,
  Earning,
  earningSplit,
  GivenBack,
  Refund,
  refundAccepted,
  refundOfSent,
  refundOfUnsent,
  refundSentBack,
  worthOf,
} from '@app/billing';
import { Money } from '@app/kernel';
import { type Account, credit, debit, type Journal } from '@app/ledger';
import {
  debtRecovered,
  debtWrittenOff,
  OpenDebts,
  reversalAccepted,
  transactionSeen,
  transferAccepted,
} from '@app/payouts';
import type { BalanceTransaction } from '@app/stripe';

const AT = new Date('2026-03-09T11:00:00Z');
const LINE = { rate: Money.usd(18_50), feeBp: 1_000 };
const STRIPE_KEEPS_BP = 290;
const NOTHING = Money.usd(0);

interface Worth {
  amount: Money;
  fee: Money;
}

/** One line, paid by one card. */
export interface Charge {
  readonly id: string;
  readonly invoiceId: string;
  readonly lineId: string;
  readonly amount: Money;
  readonly fee: Money;
  /** What of the line has been given back, and what a bank has taken of the rest. */
  readonly given: Worth;
  readonly lost: Worth;
  /** What transfers of it kept back for debts. */
  recovered: Money;
}

interface Sent {
  readonly earning: Earning;
  readonly stripeId: string;
  /** Of the earning's stretch: up to where it has not gone back. */
  freeUpTo: number;
  left: Money;
}

/** One assistant, any number of charges, and the books that their journals make: in memory, without a database. */
export class RandomMarket {
  readonly books = new Map<Account, number>();
  readonly #ofInvoice = new Map<string, number>();
  readonly charges: Charge[] = [];
  /** Of these charges no refund goes out: their bank has a hand on them. */
  readonly disputed = new Set<string>();
  readonly inTransit = new Map<string, number>();
  stripe = NOTHING;
  readonly held: Earning[] = [];
  readonly due: Earning[] = [];
  readonly sent: Sent[] = [];
  readonly debts: { debt: AssistantDebt; from: Sent; tried: boolean }[] = [];
  readonly refundsDue: Refund[] = [];
  readonly refunded: Refund[] = [];
  #ids = 0;

  id(kind: string): string {
    return `${kind}_${++this.#ids}`;
  }

  post(journal: Journal): void {
    let sum = 0;
    for (const { account, amount, keys } of journal.postings) {
      sum += amount.cents;
      this.books.set(account, this.in(account) + amount.cents);
      const ofInvoice = `${account} ${keys.invoiceId ?? ''}`;
      this.#ofInvoice.set(ofInvoice, (this.#ofInvoice.get(ofInvoice) ?? 0) + amount.cents);
      if (account === 'stripe_in_transit' && keys.stripeId !== undefined)
        this.inTransit.set(keys.stripeId, (this.inTransit.get(keys.stripeId) ?? 0) + amount.cents);
    }
    if (sum !== 0) throw new Error(`${journal.kind} is off by ${sum}`);
  }

  in(account: Account): number {
    return this.books.get(account) ?? 0;
  }

  /** As far as it is about that invoice. */
  ofInvoice(account: Account, invoiceId: string): number {
    return this.#ofInvoice.get(`${account} ${invoiceId}`) ?? 0;
  }

  /** What moves Stripe's balance is seen there, once. */
  seen(type: string, sourceId: string, amount: Money, fee = NOTHING, category = type): void {
    const net = amount.minus(fee);
    this.stripe = this.stripe.plus(net);
    const id = this.id('txn');
    const row: BalanceTransaction = {
      id,
      type,
      category,
      sourceId,
      amount,
      fee,
      net,
      createdAt: AT,
      availableAt: AT,
    };
    this.post(transactionSeen(row));
  }

  charge(seconds: number): void {
    const { amount, fee } = worthOf(LINE, 0, seconds);
    if (amount.cents === 0) return;
    const total = amount.plus(fee);
    const keys = { clientId: 'c', invoiceId: this.id('inv') };
    const [charge, lineId] = [this.id('ch'), this.id('line')];
    const [given, lost] = [
      { amount: NOTHING, fee: NOTHING },
      { amount: NOTHING, fee: NOTHING },
    ];
    this.charges.push({ id: charge, lineId, amount, fee, given, lost, recovered: NOTHING, invoiceId: keys.invoiceId });
    const earning = Object.assign(new Earning(), {
      ...{ id: this.id('e'), lineId, parentId: null, ...keys, assistantId: 'a' },
      ...{ amountCents: amount, partFrom: 0, partTo: seconds, liveHolds: 0, state: 'held' as const },
    });
    this.post({
      ...{ reference: '', kind: 'J1', reason: '', occurredAt: AT },
      postings: [
        debit('client_receivable', total, keys),
        credit('earnings_held', amount, keys),
        credit('service_fee', fee, keys),
      ],
    });
    this.post({
      ...{ reference: '', kind: 'J3', reason: '', occurredAt: AT },
      postings: [debit('stripe_in_transit', total, { stripeId: charge }), credit('client_receivable', total, keys)],
    });
    this.seen('charge', charge, total, total.basisPoints(STRIPE_KEEPS_BP));
    this.held.push(earning);
  }

  release(earning: Earning): void {
    this.held.splice(this.held.indexOf(earning), 1);
    this.due.push(earning);
    this.post({
      ...{ reference: '', kind: 'J5', reason: '', occurredAt: AT },
      postings: [debit('earnings_held', earning.amountCents, {}), credit('earnings_due', earning.amountCents, {})],
    });
  }

  /** With what is kept back for debts. */
  transfer(earning: Earning): void {
    this.due.splice(this.due.indexOf(earning), 1);
    const open = this.debts.filter(({ debt }) => debt.left.cents > 0).map(({ debt }) => debt);
    const recoveries = new OpenDebts(open).keepBack(earning.amountCents);
    const kept = Money.sum(recoveries.map(({ amount }) => amount));
    const amount = earning.amountCents.minus(kept);
    const { id: earningId, lineId, clientId, assistantId, invoiceId } = earning;
    const transfer = {
      ...{ id: this.id('t'), assistantId, clientId, invoiceId, chargeId: null, destination: '', amount, recoveries },
      ...{ claimedAt: AT, items: [{ earningId, lineId, amount: earning.amountCents }] },
    };
    const recovered = recoveries.flatMap((recovery) =>
      open
        .filter(({ id }) => id === recovery.debtId)
        .map((debt) => {
          debt.recover(recovery.amount, AT);
          return { debt, amount: recovery.amount };
        }),
    );
    if (recovered.length > 0) this.post(debtRecovered(transfer, recovered, AT));
    const charge = this.chargeOf(invoiceId);
    charge.recovered = charge.recovered.plus(kept);
    const stripeId = this.id('tr');
    this.post(transferAccepted(transfer, stripeId, AT));
    this.seen('transfer', stripeId, NOTHING.minus(amount));
    this.sent.push({ earning, stripeId, freeUpTo: earning.partTo, left: amount });
  }

  chargeOf(invoiceId: string): Charge {
    const charge = this.charges.find((each) => each.invoiceId === invoiceId);
    if (!charge) throw new Error(`Nothing has paid ${invoiceId}`);
    return charge;
  }

  giveBackUnsent(earning: Earning, seconds: number): void {
    const from = earning.partTo - seconds;
    const worth = worthOf(LINE, Math.max(from, earning.partFrom), earning.partTo);
    if (from < earning.partFrom || worth.amount.cents === 0 || !this.isLeft(earning, worth)) return;
    const pile = this.held.includes(earning) ? this.held : this.due;
    const account = pile === this.held ? 'earnings_held' : 'earnings_due';
    let part = earning;
    if (worth.amount.cents < earning.amountCents.cents) {
      part = Object.assign(new Earning(), earning, {
        id: this.id('e'),
        parentId: earning.id,
        partFrom: from,
        amountCents: worth.amount,
      });
      earning.partTo = from;
      earning.amountCents = earning.amountCents.minus(worth.amount);
      this.post(earningSplit(earning, part, account, AT));
    } else pile.splice(pile.indexOf(earning), 1);
    const given = this.decision(part, worthOf(LINE, part.partFrom, part.partTo));
    this.post(refundOfUnsent(given, account, AT));
    this.owe(given);
  }

  giveBackSent(sent: Sent, seconds: number, carriedBy: 'assistant' | 'platform'): void {
    const from = sent.freeUpTo - seconds;
    if (from < sent.earning.partFrom) return;
    const worth = worthOf(LINE, from, sent.freeUpTo);
    if (worth.amount.cents === 0 || !this.isLeft(sent.earning, worth)) return;
    sent.freeUpTo = from;
    const given = Object.assign(this.decision(sent.earning, worth), { carriedBy });
    this.post(refundOfSent(given, AT));
    this.owe(given);
    if (carriedBy === 'platform') return;
    const { clientId, assistantId, invoiceId, lineId, id: earningId } = sent.earning;
    const debt = AssistantDebt.open(
      {
        ...{ clientId, assistantId, invoiceId, lineId, earningId },
        causeKind: 'dispute',
        causeId: '',
        giveBackId: given.id,
        amountCents: worth.amount,
      },
      AT,
    );
    this.debts.push({ debt, from: sent, tried: false });
  }

  /** One try, of what the assistant happens to have. */
  reverse(of: RandomMarket['debts'][number], available: number): void {
    const cents = Math.min(of.debt.left.cents, of.from.left.cents, available);
    if (of.tried || cents <= 0) return;
    of.tried = true;
    const amount = Money.usd(cents);
    const reversal = {
      ...{ id: this.id('v'), debtId: of.debt.id, transferId: '', transferStripeId: of.from.stripeId },
      ...{ earningId: '', assistantId: 'a', amount, claimedAt: AT },
    };
    const stripeId = this.id('trr');
    this.post(reversalAccepted(reversal, of.debt, stripeId, AT));
    this.seen('transfer_refund', stripeId, amount);
    of.debt.reverse(amount, AT);
    of.from.left = of.from.left.minus(amount);
  }

  writeOff({ debt }: RandomMarket['debts'][number]): void {
    const left = debt.left;
    if (left.cents === 0) return;
    debt.writeOff(AT);
    this.post(debtWrittenOff(this.id('wo'), debt, left, AT));
  }

  refund(refund: Refund): void {
    if (this.disputed.has(refund.chargeId)) return;
    this.refundsDue.splice(this.refundsDue.indexOf(refund), 1);
    const stripeId = this.id('re');
    this.post(refundAccepted(refund, stripeId, AT));
    this.seen('refund', stripeId, NOTHING.minus(refund.amountCents));
    refund.stripeId = stripeId;
    this.refunded.push(refund);
  }

  /** The bank sends it back, and it is due again. */
  refundFails(refund: Refund): void {
    this.refunded.splice(this.refunded.indexOf(refund), 1);
    const stripeId = refund.stripeId ?? '';
    this.seen('refund_failure', stripeId, refund.amountCents);
    this.post(refundSentBack(refund, stripeId, AT));
    this.refundsDue.push(refund);
  }

  /** A bank has not taken it already. */
  private isLeft({ invoiceId }: Earning, { amount, fee }: Worth): boolean {
    const charge = this.chargeOf(invoiceId);
    const left = (all: Money, of: 'amount' | 'fee') => all.minus(charge.given[of]).minus(charge.lost[of]).cents;
    return amount.cents <= left(charge.amount, 'amount') && fee.cents <= left(charge.fee, 'fee');
  }

  private decision(
    { id: earningId, lineId, clientId, assistantId, invoiceId, partFrom, partTo }: Earning,
    worth: { amount: Money; fee: Money },
  ): GivenBack {
    return Object.assign(new GivenBack(), {
      ...{ id: this.id('g'), earningId, lineId, clientId, assistantId, invoiceId, partFrom, partTo },
      ...{ amountCents: worth.amount, feeCents: worth.fee, carriedBy: 'assistant' as const },
    });
  }

  private owe({ id, invoiceId, clientId, total: amountCents, amountCents: amount, feeCents: fee }: GivenBack): void {
    const { id: chargeId, given } = this.chargeOf(invoiceId);
    given.amount = given.amount.plus(amount);
    given.fee = given.fee.plus(fee);
    this.refundsDue.push(
      Refund.due({ id, giveBackId: id, invoiceId, clientId, chargeId, amountCents, waitsFor: null }, AT),
    );
  }
}
