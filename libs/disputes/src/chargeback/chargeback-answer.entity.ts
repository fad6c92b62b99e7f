import { randomUUIDv7 } from 'node:crypto';

import { assertTransition } from '@app/kernel';
import type { EvidenceText } from '@app/stripe';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { type ChargebackAnswerState, chargebackAnswerTransitions } from './chargeback-answer.state.ts';

export type EvidenceTexts = Readonly<Partial<Record<EvidenceText, string>>>;

/** What staff answer the bank: evidence, or that it is right. Claimed before Stripe is told, so that it is told once. */
@Entity('chargeback_answer')
export class ChargebackAnswer {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') chargebackId!: string;
  @Column('text') kind!: 'evidence' | 'acceptance';
  @Column('uuid') givenBy!: string;
  @Column('jsonb', { nullable: true }) evidence!: EvidenceTexts | null;
  /** The pack as it was when it was handed in: a PDF. */
  @Column('bytea', { nullable: true }) file!: Buffer | null;
  @Column('text', { nullable: true }) fileName!: string | null;
  @Column('text', { nullable: true }) stripeFileId!: string | null;
  @Column('text', { nullable: true }) refusal!: string | null;
  @Column('timestamptz') claimedAt!: Date;
  @Column('text') state!: ChargebackAnswerState;
  @Column('timestamptz') stateAt!: Date;

  static evidence(
    of: { chargebackId: string; givenBy: string; evidence: EvidenceTexts; file: Buffer; fileName: string },
    now: Date,
  ): ChargebackAnswer {
    return Object.assign(new ChargebackAnswer(), { ...claimed(now), ...of, kind: 'evidence' });
  }

  static acceptance(of: { chargebackId: string; givenBy: string }, now: Date): ChargebackAnswer {
    return Object.assign(new ChargebackAnswer(), { ...claimed(now), ...of, kind: 'acceptance' });
  }

  give(now: Date): void {
    this.moveTo('given', now);
  }

  refuse(why: string, now: Date): void {
    this.moveTo('refused', now);
    this.refusal = why;
  }

  private moveTo(next: ChargebackAnswerState, now: Date): void {
    assertTransition('chargeback answer', chargebackAnswerTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}

function claimed(now: Date) {
  const nothing = { evidence: null, file: null, fileName: null, stripeFileId: null, refusal: null };
  return { ...nothing, id: randomUUIDv7(), claimedAt: now, state: 'claimed', stateAt: now };
}
