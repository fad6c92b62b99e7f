import { BigintColumn, MoneyColumn } from '@app/database';
import { assertTransition, type Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { GiveBackCauseKind } from './cause.ts';
import { type GiveBackState, giveBackTransitions } from './give-back.state.ts';

/** Who bears what goes back: the assistant, whose earning it was, or Kontor, and the assistant keeps it. */
export type CarriedBy = 'assistant' | 'platform';

/** A decision that the client gets back a stretch of a line. Once applied it is a credit note or a refund. */
@Entity('give_back')
export class GivenBack {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lineId!: string;
  @Column('uuid') earningId!: string;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') assistantId!: string;
  @BigintColumn() partFrom!: number;
  @BigintColumn() partTo!: number;
  @MoneyColumn() amountCents!: Money;
  @MoneyColumn() feeCents!: Money;
  @Column('text') causeKind!: GiveBackCauseKind;
  @Column('uuid') causeId!: string;
  @Column('text') reasonCode!: string;
  @Column('text') carriedBy!: CarriedBy;
  /** The refund waits until the assistant's debt has been taken. */
  @Column('boolean') onlyAsFunded!: boolean;
  @Column('uuid', { nullable: true }) decidedBy!: string | null;
  @Column('timestamptz') decidedAt!: Date;
  @Column('uuid', { nullable: true }) creditNoteId!: string | null;
  @Column('text') state!: GiveBackState;
  @Column('timestamptz') stateAt!: Date;

  get total(): Money {
    return this.amountCents.plus(this.feeCents);
  }

  apply(creditNoteId: string | null, now: Date): void {
    this.moveTo('applied', now);
    this.creditNoteId = creditNoteId;
  }

  drop(now: Date): void {
    this.moveTo('dropped', now);
  }

  private moveTo(next: GiveBackState, now: Date): void {
    assertTransition('give back', giveBackTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
