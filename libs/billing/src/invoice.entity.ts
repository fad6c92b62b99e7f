import { MoneyColumn } from '@app/database';
import { assertTransition, type Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type InvoiceState, invoiceTransitions } from './invoice.state.ts';

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
  /** null: nothing to try. */
  @Column('timestamptz', { nullable: true }) nextAttemptAt!: Date | null;

  startCharging(now: Date): void {
    this.moveTo('charging', now);
    this.nextAttemptAt = null;
  }

  pay(chargeId: string, now: Date): void {
    this.moveTo('paid', now);
    this.chargeId = chargeId;
    this.paidAt = now;
    this.nextAttemptAt = null;
  }

  fallPastDue(nextAttemptAt: Date | null, now: Date): void {
    this.moveTo('past_due', now);
    this.nextAttemptAt = nextAttemptAt;
  }

  private moveTo(next: InvoiceState, now: Date): void {
    assertTransition('invoice', invoiceTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
