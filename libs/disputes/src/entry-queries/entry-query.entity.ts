import { randomUUIDv7 } from 'node:crypto';

import type { Worth } from '@app/billing';
import { BigintColumn, MoneyColumn } from '@app/database';
import { assertTransition, type Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type EntryQueryState, entryQueryTransitions } from './entry-query.state.ts';

export interface Question {
  readonly entryId: string;
  readonly lineId: string;
  readonly contractWeekId: string;
  readonly clientId: string;
  readonly assistantId: string;
  readonly askedBy: string;
  readonly question: string;
}

/** A question about one entry, and what came of it. The review goes on meanwhile. */
@Entity('entry_query')
export class EntryQuery {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') entryId!: string;
  @Column('uuid') lineId!: string;
  @Column('uuid') contractWeekId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') assistantId!: string;
  @Column('uuid') askedBy!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('text') question!: string;
  @Column('text') state!: EntryQueryState;
  @Column('timestamptz') stateAt!: Date;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  /** What the assistant would take off the entry. */
  @BigintColumn({ nullable: true }) correctionSeconds!: number | null;
  @MoneyColumn({ nullable: true }) correctionAmountCents!: Money | null;
  @MoneyColumn({ nullable: true }) correctionFeeCents!: Money | null;

  static ask(question: Question, now: Date): EntryQuery {
    return Object.assign(new EntryQuery(), question, {
      ...{ id: randomUUIDv7(), askedAt: now, state: 'asked', stateAt: now, answer: null, answeredAt: null },
      ...{ correctionSeconds: null, correctionAmountCents: null, correctionFeeCents: null },
    });
  }

  reply(answer: string, now: Date): void {
    this.moveTo('answered', now);
    this.answer = answer;
    this.answeredAt = now;
  }

  correct(answer: string, seconds: number, worth: Worth, now: Date): void {
    this.moveTo('corrected', now);
    this.answer = answer;
    this.answeredAt = now;
    this.correctionSeconds = seconds;
    this.correctionAmountCents = worth.amount;
    this.correctionFeeCents = worth.fee;
  }

  agree(now: Date): void {
    this.moveTo('agreed', now);
  }

  /** What it gave back in the end. */
  cost({ amount, fee }: Worth): void {
    this.correctionAmountCents = amount;
    this.correctionFeeCents = fee;
  }

  decline(now: Date): void {
    this.moveTo('declined', now);
  }

  private moveTo(next: EntryQueryState, now: Date): void {
    assertTransition('query', entryQueryTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
