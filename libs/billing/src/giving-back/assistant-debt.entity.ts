import { randomUUIDv7 } from 'node:crypto';

import { MoneyColumn } from '@app/database';
import { Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { GiveBackCauseKind } from './cause.ts';

/** What an assistant owes for money that went back after it had been sent to them. */
@Entity('assistant_debt')
export class AssistantDebt {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') assistantId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') lineId!: string;
  @Column('uuid') earningId!: string;
  @Column('text') causeKind!: GiveBackCauseKind;
  @Column('uuid') causeId!: string;
  @Column('uuid', { nullable: true }) giveBackId!: string | null;
  @MoneyColumn() amountCents!: Money;
  /** Taken back from their balance at Stripe. */
  @MoneyColumn() reversedCents!: Money;
  /** Kept back from later transfers. */
  @MoneyColumn() recoveredCents!: Money;
  @MoneyColumn() writtenOffCents!: Money;
  /** One try is made to take it back from their balance; staff may ask for another. */
  @Column('boolean') wantsReversal!: boolean;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;

  static open(
    of: Pick<
      AssistantDebt,
      | 'assistantId'
      | 'clientId'
      | 'invoiceId'
      | 'lineId'
      | 'earningId'
      | 'causeKind'
      | 'causeId'
      | 'giveBackId'
      | 'amountCents'
    >,
    now: Date,
  ): AssistantDebt {
    const none = Money.usd(0);
    return Object.assign(new AssistantDebt(), of, {
      ...{ id: randomUUIDv7(), reversedCents: none, recoveredCents: none, writtenOffCents: none },
      ...{ wantsReversal: true, openedAt: now, closedAt: null },
    });
  }

  get left(): Money {
    return this.amountCents.minus(this.reversedCents).minus(this.recoveredCents).minus(this.writtenOffCents);
  }

  reverse(amount: Money, now: Date): void {
    this.reversedCents = this.reversedCents.plus(amount);
    this.closeWhenDone(now);
  }

  recover(amount: Money, now: Date): void {
    this.recoveredCents = this.recoveredCents.plus(amount);
    this.closeWhenDone(now);
  }

  /** The platform bears what is left. */
  writeOff(now: Date): Money {
    const left = this.left;
    this.writtenOffCents = this.writtenOffCents.plus(left);
    this.wantsReversal = false;
    this.closeWhenDone(now);
    return left;
  }

  /** What it was opened for came back. */
  forgive(amount: Money, now: Date): void {
    this.writtenOffCents = this.writtenOffCents.plus(amount);
    this.wantsReversal &&= this.left.cents > 0;
    this.closeWhenDone(now);
  }

  private closeWhenDone(now: Date): void {
    if (this.left.cents < 0) throw new RangeError(`More than is owed was taken of debt ${this.id}`);
    if (this.left.cents === 0) this.closedAt = now;
  }
}
