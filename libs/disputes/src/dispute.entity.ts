import { randomUUIDv7 } from 'node:crypto';

import { assertTransition, IllegalTransition } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { decideBy } from './decide-by.ts';
import { type DisputeState, disputeTransitions } from './dispute.state.ts';

const HOUR_MS = 3_600_000;
const ANSWER_WITHIN_HOURS = 72;
const APPEAL_WITHIN_HOURS = 7 * 24;
const WARN_HOURS_BEFORE = 24;
const CLAIM_LASTS_HOURS = 4;

export type Ground = 'not_worked' | 'not_as_described' | 'note_missing' | 'duplicate' | 'fraud';
export type Outcome = 'accepted' | 'settled' | 'withdrawn' | 'paid' | 'refunded' | 'split';

export interface Opening {
  readonly number: string;
  readonly origin: 'review' | 'late_claim';
  readonly ground: Ground;
  readonly reason: string;
  readonly contractId: string;
  readonly contractWeekId: string;
  readonly clientId: string;
  readonly assistantId: string;
  readonly invoiceId: string;
  readonly openedBy: string;
}

/** Some time of one contract week that the client contests, from the opening to the end. Only its own money waits. */
@Entity('dispute')
export class Dispute {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') number!: string;
  @Column('text') origin!: 'review' | 'late_claim';
  @Column('text') ground!: Ground;
  @Column('text') reason!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') contractWeekId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') assistantId!: string;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') openedBy!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('text') state!: DisputeState;
  @Column('timestamptz') stateAt!: Date;
  /** When silence has its effect or, with staff, when they should have decided. */
  @Column('timestamptz', { nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { nullable: true }) warnAt!: Date | null;
  @Column('timestamptz', { nullable: true }) alarmedAt!: Date | null;
  @Column('uuid', { nullable: true }) claimedBy!: string | null;
  @Column('timestamptz', { nullable: true }) claimedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) claimExpiresAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) outcome!: Outcome | null;

  static open(opening: Opening, now: Date): Dispute {
    const dispute = Object.assign(new Dispute(), opening, {
      id: randomUUIDv7(),
      openedAt: now,
      state: 'open',
      stateAt: now,
      alarmedAt: null,
      closedAt: null,
      outcome: null,
    });
    dispute.waitUntil(hoursAfter(now, ANSWER_WITHIN_HOURS));
    dispute.release();
    return dispute;
  }

  /** The assistant gives back all of it. */
  accept(now: Date): void {
    this.moveTo('accepted', now);
    this.close('accepted', now);
  }

  /** The assistant stands by the work. Throws `IllegalTransition` unless they are asked. */
  contest(now: Date): void {
    if (this.state !== 'open') throw new IllegalTransition('dispute', this.state, 'deciding');
    this.goToStaff(now);
  }

  /** The client does not want the offer. */
  declineOffer(now: Date): void {
    if (this.state !== 'answered') throw new IllegalTransition('dispute', this.state, 'deciding');
    this.goToStaff(now);
  }

  /** The assistant offers a part. */
  offer(now: Date): void {
    this.moveTo('answered', now);
    this.waitUntil(hoursAfter(now, ANSWER_WITHIN_HOURS));
  }

  /** The client takes the offer. */
  settle(now: Date): void {
    this.moveTo('settled', now);
    this.close('settled', now);
  }

  /** The client takes all of it back. */
  withdraw(now: Date): void {
    this.moveTo('withdrawn', now);
    this.close('withdrawn', now);
  }

  /** Answered without an offer, an offer declined, or silence. */
  goToStaff(now: Date): void {
    this.moveTo('deciding', now);
    this.dueAt = decideBy(now);
    this.warnAt = null;
  }

  decide(now: Date): void {
    this.moveTo('decided', now);
    this.release();
    this.alarmedAt = null;
    this.waitUntil(hoursAfter(now, APPEAL_WITHIN_HOURS));
  }

  appeal(now: Date): void {
    this.moveTo('appealed', now);
    this.alarmedAt = null;
    this.dueAt = decideBy(now);
    this.warnAt = null;
  }

  /** The decision stands, or the appeal is decided: money moves now. */
  finish(outcome: Outcome, now: Date): void {
    this.moveTo('final', now);
    this.release();
    this.close(outcome, now);
  }

  claim(staffId: string, now: Date): void {
    this.claimedBy = staffId;
    this.claimedAt = now;
    this.claimExpiresAt = hoursAfter(now, CLAIM_LASTS_HOURS);
  }

  release(): void {
    this.claimedBy = null;
    this.claimedAt = null;
    this.claimExpiresAt = null;
  }

  isClaimedByAnother(staffId: string, now: Date): boolean {
    return (
      this.claimedBy !== null && this.claimedBy !== staffId && this.claimExpiresAt !== null && now < this.claimExpiresAt
    );
  }

  get awaitsDecision(): boolean {
    return this.state === 'deciding' || this.state === 'appealed';
  }

  /** 2 is the appeal. */
  get round(): 1 | 2 {
    return this.state === 'appealed' ? 2 : 1;
  }

  private waitUntil(dueAt: Date): void {
    this.dueAt = dueAt;
    this.warnAt = hoursAfter(dueAt, -WARN_HOURS_BEFORE);
  }

  private close(outcome: Outcome, now: Date): void {
    this.dueAt = null;
    this.warnAt = null;
    this.closedAt = now;
    this.outcome = outcome;
  }

  private moveTo(next: DisputeState, now: Date): void {
    assertTransition('dispute', disputeTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}

function hoursAfter(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * HOUR_MS);
}
