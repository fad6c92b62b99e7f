import { BillingHold, EndHold, PlaceHold } from '@app/billing';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, step } from '@app/kernel';
import { type DisputeAtStripe, StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { Chargeback } from './chargeback.entity.ts';
import { chargebackDecided, chargebackOpened } from './chargeback.events.ts';
import { type ChargebackState, isOpen } from './chargeback.state.ts';
import { Chargebacks } from './chargebacks.repository.ts';
import { sharesOf } from './line-shares.ts';

/** Longer than that nobody waits for a bank: then what was earned is released, at the platform's cost. */
const HELD_AT_MOST_DAYS = 14;
const DAY_MS = 86_400_000;

/** How a chargeback stands at Stripe becomes ours: in whatever order and however often that is told. */
@Injectable()
export class ObserveChargeback {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly chargebacks: Chargebacks,
    private readonly placeHold: PlaceHold,
    private readonly endHold: EndHold,
    private readonly billingHold: BillingHold,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** False: its charge paid none of our invoices. */
  async run(stripeId: string): Promise<boolean> {
    return (await this.learn(await this.stripe.readDispute(stripeId))) !== 'unknown';
  }

  /** The same, of what was read just now. */
  async learn(read: DisputeAtStripe): Promise<'unknown' | 'news' | 'nothing new'> {
    step.reached('chargeback.read');
    const learnt = await this.db.transaction((tx) => this.store(tx, read));
    step.reached('chargeback.stored');
    return learnt;
  }

  private async store(tx: Tx, read: DisputeAtStripe): Promise<'unknown' | 'news' | 'nothing new'> {
    const invoice = await this.chargebacks.lockInvoice(tx, read.chargeId);
    if (!invoice) return 'unknown';
    const now = this.clock.now();
    const known = await this.chargebacks.findByStripeId(tx, read.id);
    const chargeback = known ?? Chargeback.seen(read, invoice, now);
    const before = chargeback.learn(read, now);
    await tx.save(chargeback);
    const fresh = await this.chargebacks.addFact(tx, chargeback, read, now);
    if (known === null || before !== null) await this.moved(tx, chargeback, known === null ? null : before, now);
    return fresh ? 'news' : 'nothing new';
  }

  /** `before` null: it was not known at all. */
  private async moved(tx: Tx, chargeback: Chargeback, before: ChargebackState | null, now: Date): Promise<void> {
    const { state, clientId, id } = chargeback;
    const wasOpen = before !== null && isOpen(before);
    if (isOpen(state) && !wasOpen) await this.begin(tx, chargeback, now);
    if (state === 'lost') await this.lose(tx, chargeback, now);
    // What the assistant is to bear stays where it is until it is settled.
    const stays = state === 'lost' && chargeback.carriedBy === 'assistant';
    if (!isOpen(state) && !stays) await this.endHold.ofCause(tx, { kind: 'chargeback', id }, now);
    if (state === 'won' || state === 'prevented')
      await this.billingHold.lift(tx, clientId, { cause: 'chargeback', causeId: id }, now);
    const opens = isOpen(state) && !wasOpen;
    if (opens || before === null) await this.events.tell(tx, chargebackOpened(chargeback, state.startsWith('inquiry')));
    const decided = chargebackDecided(chargeback, before);
    if (decided) await this.events.tell(tx, decided);
  }

  /** The bank has taken the money: what of it has not been sent waits, and so do refunds and new work. */
  private async begin(tx: Tx, chargeback: Chargeback, now: Date): Promise<void> {
    const { id, invoiceId, clientId } = chargeback;
    await this.touch(tx, chargeback);
    await this.holdTouched(tx, chargeback, now);
    await this.chargebacks.setChargeDisputed(tx, invoiceId, now);
    await this.billingHold.place(tx, clientId, { cause: 'chargeback', causeId: id }, now);
  }

  /** What was earned with the lines that it touches, and with no other. */
  async holdTouched(tx: Tx, { id, stateAt }: Chargeback, now: Date): Promise<void> {
    const cause = { kind: 'chargeback' as const, id };
    const until = new Date(stateAt.getTime() + HELD_AT_MOST_DAYS * DAY_MS);
    await this.endHold.ofCause(tx, cause, now);
    if (until <= now) return;
    const lines = await this.chargebacks.lines(tx, id);
    const earnings = await this.chargebacks.earningsNotSent(
      tx,
      lines.map(({ lineId }) => lineId),
    );
    for (const earningId of earnings)
      await this.placeHold.run(tx, { earningId, cause, reasonCode: 'card_chargeback', until }, now);
  }

  /** It may be lost when it is first heard of. Work for its client waits until staff say otherwise. */
  private async lose(tx: Tx, chargeback: Chargeback, now: Date): Promise<void> {
    const { id, invoiceId, clientId } = chargeback;
    await this.touch(tx, chargeback);
    await this.chargebacks.setChargeDisputed(tx, invoiceId, now); // Until what was lost is settled.
    await tx.query(`update invoice set charged_back_at = coalesce(charged_back_at, $2) where id = $1`, [
      invoiceId,
      now,
    ]);
    await this.billingHold.place(tx, clientId, { cause: 'chargeback', causeId: id }, now);
  }

  /** Which lines it is about, unless staff have said so. */
  private async touch(tx: Tx, chargeback: Chargeback): Promise<void> {
    if (chargeback.linesChosenBy !== null) return;
    const left = await this.chargebacks.linesLeft(tx, chargeback.invoiceId, chargeback.id);
    await this.chargebacks.setLines(tx, chargeback.id, sharesOf(left, chargeback.amountCents).shares);
  }
}
