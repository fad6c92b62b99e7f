import { randomUUIDv7 } from 'node:crypto';

import { MoneyColumn } from '@app/database';
import { assertTransition, Money } from '@app/kernel';
import type { DisputeAtStripe } from '@app/stripe';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type ChargebackState, chargebackTransitions, isAhead, stateFrom } from './chargeback.state.ts';

/** A client's bank takes a payment back, or asks about it. */
@Entity('chargeback')
export class Chargeback {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') stripeId!: string;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') clientId!: string;
  @Column('text') chargeId!: string;
  /** May be less or more than the charge. */
  @MoneyColumn() amountCents!: Money;
  @Column('text') reason!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) dueBy!: Date | null;
  @Column('int') submissions!: number;
  /** What Stripe says that it took and has not given back, fees aside. */
  @MoneyColumn() outCents!: Money;
  /** How many movements that is the sum of: they only grow. */
  @Column('int') transactions!: number;
  /** Who bears what of it is lost, beyond Kontor's own fee: Kontor, unless staff decided otherwise, and why. */
  @Column('text') carriedBy!: 'platform' | 'assistant';
  @Column('text', { nullable: true }) carriedReason!: string | null;
  @Column('uuid', { nullable: true }) carrierChosenBy!: string | null;
  /** Staff said which lines it is about; null: each has its share. */
  @Column('uuid', { nullable: true }) linesChosenBy!: string | null;
  /** When staff were told that time is running out. */
  @Column('timestamptz', { nullable: true }) remindedAt!: Date | null;
  @Column('text') state!: ChargebackState;
  @Column('timestamptz') stateAt!: Date;

  static seen(read: DisputeAtStripe, invoice: { id: string; clientId: string }, now: Date): Chargeback {
    return Object.assign(new Chargeback(), {
      ...{ id: randomUUIDv7(), stripeId: read.id, chargeId: read.chargeId, reason: read.reason },
      ...{ invoiceId: invoice.id, clientId: invoice.clientId, amountCents: read.amount, openedAt: read.openedAt },
      ...{ dueBy: read.dueBy, submissions: read.submissions, outCents: Money.usd(0) },
      ...{ transactions: 0, linesChosenBy: null, carriedBy: 'platform', carriedReason: null, carrierChosenBy: null },
      remindedAt: null,
      ...{ state: stateFrom(read.status), stateAt: now },
    });
  }

  carry(by: Chargeback['carriedBy'], reason: string, chosenBy: string): void {
    Object.assign(this, { carriedBy: by, carriedReason: reason, carrierChosenBy: chosenBy });
  }

  /** What was read, as far as it is news. What it was before, when it has moved on. */
  learn(read: DisputeAtStripe, now: Date): ChargebackState | null {
    const [before, next] = [this.state, stateFrom(read.status)];
    this.amountCents = read.amount;
    this.dueBy = read.dueBy;
    this.submissions = Math.max(this.submissions, read.submissions);
    // What was read earlier may be written later.
    if (read.transactionIds.length >= this.transactions) {
      this.transactions = read.transactionIds.length;
      this.outCents = read.out;
    }
    if (!isAhead(before, next)) return null;
    assertTransition('chargeback', chargebackTransitions, before, next);
    this.state = next;
    this.stateAt = now;
    return before;
  }
}
