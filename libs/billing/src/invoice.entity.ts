import { MoneyColumn } from '@app/database';
import { assertTransition, type Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Wants } from './decline-policy.ts';
import { type InvoiceState, invoiceTransitions } from './invoice.state.ts';

/** What an uncollectible invoice means to its assistants. */
export type UnpaidOutcome = 'assistant_unpaid' | 'platform_guarantees';

/** One client's worked week, as issued. Only its payment ever changes. */
@Entity('invoice')
export class Invoice {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') clientWeekId!: string;
  @MoneyColumn() subtotalCents!: Money;
  @MoneyColumn() feeCents!: Money;
  @MoneyColumn() totalCents!: Money;
  /** By credit notes, before it was captured: what was issued stays as issued. */
  @MoneyColumn() creditedCents!: Money;
  @Column('timestamptz') issuedAt!: Date;
  @Column('timestamptz') reviewEndsAt!: Date;
  /** Fixed at issue, with the days of hold that follow from it. */
  @Column('boolean') clientTrusted!: boolean;
  @Column('int') holdDays!: number;
  @Column('text') state!: InvoiceState;
  @Column('timestamptz') stateAt!: Date;
  /** One, for the invoice's life: it is the lock against charging twice. */
  @Column('text', { nullable: true }) paymentIntentId!: string | null;
  @Column('text', { nullable: true }) chargeId!: string | null;
  @Column('timestamptz', { nullable: true }) paidAt!: Date | null;
  /** What that PaymentIntent asks for; null before it is made. */
  @MoneyColumn({ nullable: true }) intentCents!: Money | null;
  /** Of a void invoice: nothing can pay it any more. */
  @Column('timestamptz', { nullable: true }) intentCanceledAt!: Date | null;
  /** null: nothing to try. */
  @Column('timestamptz', { nullable: true }) nextAttemptAt!: Date | null;
  /** When it first fell past due: retries, and the end of trying, are counted from here. */
  @Column('timestamptz', { nullable: true }) failedAt!: Date | null;
  /** What only the client can do about it; null while it is tried again by itself, and once it is paid. */
  @Column('text', { nullable: true }) wants!: Wants | null;
  /** Who went without, once it was given up. */
  @Column('text', { nullable: true }) unpaidOutcome!: UnpaidOutcome | null;
  /** Since when its charge is taken back by the card's bank: refunds wait. */
  @Column('timestamptz', { nullable: true }) chargeDisputedAt!: Date | null;
  /** When a bank kept what it took back: no trust comes of it. */
  @Column('timestamptz', { nullable: true }) chargedBackAt!: Date | null;

  /** What the client owes, or paid, for it. */
  get owed(): Money {
    return this.totalCents.minus(this.creditedCents);
  }

  startCharging(now: Date): void {
    this.moveTo('charging', now);
    this.nextAttemptAt = null;
  }

  pay(chargeId: string, now: Date): void {
    this.moveTo('paid', now);
    this.chargeId = chargeId;
    this.paidAt = now;
    this.nextAttemptAt = null;
    this.wants = null;
  }

  fallPastDue(nextAttemptAt: Date | null, wants: Wants | null, now: Date): void {
    this.moveTo('past_due', now);
    this.failedAt ??= now;
    this.nextAttemptAt = nextAttemptAt;
    this.wants = wants;
  }

  /** Nobody tries any more; the client may still pay. */
  giveUp(outcome: UnpaidOutcome, now: Date): void {
    this.moveTo('uncollectible', now);
    this.nextAttemptAt = null;
    this.wants ??= 'card';
    this.unpaidOutcome = outcome;
  }

  /** Less is owed. Nothing left: nothing is charged. */
  credit(amount: Money, now: Date): void {
    this.creditedCents = this.creditedCents.plus(amount);
    if (this.owed.cents > 0) return;
    this.moveTo('void', now);
    this.nextAttemptAt = null;
  }

  /** What is left cannot be charged. */
  voidAsTooSmall(now: Date): void {
    this.moveTo('void', now);
    this.nextAttemptAt = null;
  }

  private moveTo(next: InvoiceState, now: Date): void {
    assertTransition('invoice', invoiceTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
