import { MoneyColumn } from '@app/database';
import { Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { AvailabilityWindow } from './availability.ts';
import type { ProfileDraft } from './profile-draft.ts';

/** 1 has done it, 2 does it well, 3 is what they are hired for. */
export type Level = 1 | 2 | 3;

export interface Specialty {
  readonly code: string;
  readonly level: Level;
}

/** What an assistant offers. The lists are rows of their own, read and written with it by `Profiles`. */
@Entity('assistant_profile')
export class AssistantProfile {
  @PrimaryColumn('uuid') accountId!: string;
  @Column('text') headline!: string;
  @Column('text') about!: string;
  @Column('text') country!: string;
  @Column('text') zone!: string;
  @MoneyColumn({ name: 'rate_cents' }) hourlyRate!: Money;
  @Column('int') capacityMinutes!: number;
  @Column('text', { array: true }) languages!: string[];
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  /** Whether visitors see it too, under a first name and an initial. */
  @Column('boolean') isPublic!: boolean;
  @Column('timestamptz') createdAt!: Date;

  /** In the order of the assistant's own preference. */
  specialties: readonly Specialty[] = [];
  tools: readonly string[] = [];
  /** Weekly windows in `zone`. */
  availability: readonly AvailabilityWindow[] = [];

  static begin(accountId: string, now: Date): AssistantProfile {
    return Object.assign(new AssistantProfile(), { accountId, publishedAt: null, isPublic: false, createdAt: now });
  }

  /** Takes the draft as it stands; clients see it from now on. The draft has been checked. */
  publish(draft: ProfileDraft, now: Date): void {
    const { rateCents, isPublic = this.isPublic, ...rest } = draft;
    const publishedAt = this.publishedAt ?? now;
    Object.assign(this, rest, { hourlyRate: Money.usd(rateCents), isPublic, publishedAt });
  }
}
