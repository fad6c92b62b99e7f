import { MoneyColumn } from '@app/database';
import { assertTransition, type Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type RefundState, refundTransitions } from './refund.state.ts';

/** Money on its way back to the card that paid. */
@Entity('refund')
export class Refund {
  @PrimaryColumn('uuid') id!: string;
  /** The decision, of the same id; null for a charge that was captured twice. */
  @Column('uuid', { nullable: true }) giveBackId!: string | null;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') clientId!: string;
  @Column('text') chargeId!: string;
  /** With the share of the fee. */
  @MoneyColumn() amountCents!: Money;
  /** What has to come first: the one try to take it back from the assistant, or all of it; once sent, enough at Stripe. */
  @Column('text', { nullable: true }) waitsFor!: 'reversal' | 'funds' | 'balance' | null;
  /** Each is a refund of its own at Stripe. */
  @Column('int') attempt!: number;
  /** Of the latest attempt. */
  @Column('text', { nullable: true }) stripeId!: string | null;
  @Column('text', { nullable: true }) failure!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) claimedAt!: Date | null;
  /** When Stripe was last asked how it stands. */
  @Column('timestamptz', { nullable: true }) readAt!: Date | null;
  @Column('text') state!: RefundState;
  @Column('timestamptz') stateAt!: Date;
  /** Who said that it was paid out by other means, and how. */
  @Column('uuid', { nullable: true }) settledBy!: string | null;
  @Column('text', { nullable: true }) settledNote!: string | null;

  static due(
    of: Pick<Refund, 'id' | 'giveBackId' | 'invoiceId' | 'clientId' | 'chargeId' | 'amountCents' | 'waitsFor'>,
    now: Date,
  ): Refund {
    return Object.assign(new Refund(), of, {
      ...{ attempt: 0, stripeId: null, failure: null, claimedAt: null, readAt: null },
      ...{ createdAt: now, state: 'due', stateAt: now, settledBy: null, settledNote: null },
    });
  }

  claim(now: Date): void {
    this.moveTo('sending', now);
    this.attempt += 1;
    this.claimedAt = now;
    this.stripeId = null;
    this.failure = null;
  }

  send(stripeId: string, now: Date): void {
    this.moveTo('sent', now);
    this.stripeId = stripeId;
    this.readAt = now;
  }

  /** Stripe took it, and sends it once the platform's balance suffices. False: nothing new. */
  waitForBalance(waits: boolean): boolean {
    const before = this.waitsFor;
    this.waitsFor = waits ? 'balance' : null;
    return before !== this.waitsFor;
  }

  arrive(now: Date): void {
    this.moveTo('arrived', now);
    this.waitsFor = null;
  }

  refuse(why: string, now: Date): void {
    this.moveTo('refused', now);
    this.failure = why;
  }

  fail(why: string, now: Date): void {
    this.moveTo('failed', now);
    this.waitsFor = null;
    this.failure = why;
  }

  /** Staff had what was wrong put right: it is tried once more. */
  retry(now: Date): void {
    this.moveTo('due', now);
  }

  /** A lost chargeback has given the client this money already. */
  consume(now: Date): void {
    this.moveTo('consumed', now);
  }

  payOtherwise(by: string, note: string, now: Date): void {
    this.moveTo('paid_otherwise', now);
    this.settledBy = by;
    this.settledNote = note;
  }

  private moveTo(next: RefundState, now: Date): void {
    assertTransition('refund', refundTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
