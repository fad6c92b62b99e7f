import { randomUUIDv7 } from 'node:crypto';

import { MoneyColumn } from '@app/database';
import { type Actor, actsFor, assertTransition, IllegalTransition, type Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import { OfferExpired } from './contract.errors.ts';
import { type ContractState, contractTransitions } from './contract.state.ts';
import type { Fees } from './fee-schedule.ts';

const OFFER_STANDS_FOR_DAYS = 7;
const DAY_MS = 86_400_000;

export interface OfferTerms extends Fees {
  readonly clientId: string;
  readonly assistantId: string;
  readonly briefId: string | null;
  readonly title: string;
  readonly hourlyRate: Money;
  readonly weeklyLimitMinutes: number;
}

/** Work by the hour for a client, from offer to ending. Its fees are those of the day it was offered. */
@Entity('contract')
export class Contract {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') assistantId!: string;
  @Column('uuid', { nullable: true }) briefId!: string | null;
  @Column('text') title!: string;
  @MoneyColumn({ name: 'rate_cents' }) hourlyRate!: Money;
  @Column('int') weeklyLimitMinutes!: number;
  @Column('int') clientFeeBp!: number;
  @Column('int') assistantFeeBp!: number;
  @Column('uuid') offeredBy!: string;
  @Column('timestamptz') offeredAt!: Date;
  @Column('timestamptz') offerExpiresAt!: Date;
  @Column('timestamptz', { nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt!: Date | null;
  /** The person who ended it; null while it runs, and when Kontor did. */
  @Column('uuid', { nullable: true }) endedBy!: string | null;
  @Column('text') state!: ContractState;
  @Column('timestamptz') stateAt!: Date;

  static offer(terms: OfferTerms, offeredBy: string, now: Date): Contract {
    return Object.assign(new Contract(), terms, {
      id: randomUUIDv7(),
      offeredBy,
      offeredAt: now,
      offerExpiresAt: new Date(now.getTime() + OFFER_STANDS_FOR_DAYS * DAY_MS),
      startedAt: null,
      endedAt: null,
      endedBy: null,
      state: 'offered',
      stateAt: now,
    });
  }

  /** Throws `OfferExpired` from the offer's last instant on, whether or not the sweep has come by. */
  accept(now: Date): void {
    if (this.state === 'offered' && now >= this.offerExpiresAt) throw new OfferExpired(this.offerExpiresAt);
    this.moveTo('active', now);
    this.startedAt = now;
  }

  decline(now: Date): void {
    this.moveTo('declined', now);
  }

  withdraw(now: Date): void {
    this.moveTo('withdrawn', now);
  }

  pause(now: Date): void {
    this.moveTo('paused', now);
  }

  /** Throws `IllegalTransition` for what is not paused: an offer becomes active by `accept` alone. */
  resume(now: Date): void {
    if (this.state !== 'paused') throw new IllegalTransition('contract', this.state, 'active');
    this.moveTo('active', now);
  }

  end(by: string | null, now: Date): void {
    this.moveTo('ended', now);
    this.endedAt = now;
    this.endedBy = by;
  }

  /** What an hour costs the client: the rate and the service fee on it. */
  get allInRate(): Money {
    return this.hourlyRate.plus(this.hourlyRate.basisPoints(this.clientFeeBp));
  }

  isAssistant(actor: Actor): boolean {
    return actor.kind === 'user' && actor.userId === this.assistantId;
  }

  /** Whether the actor may hire for the business on the other side. */
  isHiredBy(actor: Actor): boolean {
    return actor.kind === 'user' && actsFor(actor, this.clientId, 'hiring');
  }

  private moveTo(next: ContractState, now: Date): void {
    assertTransition('contract', contractTransitions, this.state, next);
    this.state = next;
    this.stateAt = now;
  }
}
