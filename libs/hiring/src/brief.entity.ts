import { randomUUIDv7 } from 'node:crypto';

import { MoneyColumn } from '@app/database';
import { assertTransition, Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { BriefDraft } from './brief-draft.ts';
import { type BriefState, briefTransitions } from './brief.state.ts';

/** What a client wants done. Its specialties and tools are rows of their own, written with it by `Briefs`. */
@Entity('brief')
export class Brief {
  @PrimaryColumn('uuid') id!: string;
  /** The business that hires. */
  @Column('uuid') clientId!: string;
  @Column('uuid') postedBy!: string;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('int') weeklyMinutes!: number;
  @MoneyColumn({ name: 'min_rate_cents' }) minRate!: Money;
  @MoneyColumn({ name: 'max_rate_cents' }) maxRate!: Money;
  @Column('text', { array: true }) languages!: string[];
  /** Minutes a week to be shared with the client's working day. */
  @Column('int') overlapMinutes!: number;
  /** A date, such as `2026-03-09`. */
  @Column('date') startsOn!: string;
  @Column('text') state!: BriefState;
  @Column('timestamptz') stateAt!: Date;
  @Column('timestamptz') createdAt!: Date;

  specialties: readonly string[] = [];
  tools: readonly string[] = [];

  static post(draft: BriefDraft, postedBy: string, now: Date): Brief {
    const { businessId, minRateCents, maxRateCents, ...rest } = draft;
    return Object.assign(new Brief(), rest, {
      id: randomUUIDv7(),
      clientId: businessId,
      postedBy,
      minRate: Money.usd(minRateCents),
      maxRate: Money.usd(maxRateCents),
      state: 'open',
      stateAt: now,
      createdAt: now,
    });
  }

  close(now: Date): void {
    assertTransition('brief', briefTransitions, this.state, 'closed');
    this.state = 'closed';
    this.stateAt = now;
  }
}
