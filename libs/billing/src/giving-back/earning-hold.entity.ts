import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { HoldCauseKind } from './cause.ts';

/** Keeps one earning from being released, for one cause. Any number of causes may hold the same earning. */
@Entity('earning_hold')
export class EarningHold {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') earningId!: string;
  @Column('text') causeKind!: HoldCauseKind;
  @Column('uuid') causeId!: string;
  @Column('text') reasonCode!: string;
  /** null: Kontor itself. */
  @Column('uuid', { nullable: true }) placedBy!: string | null;
  @Column('timestamptz') placedAt!: Date;
  /** Ends by itself then; null: somebody has to end it. */
  @Column('timestamptz', { nullable: true }) until!: Date | null;
  @Column('timestamptz', { nullable: true }) releasedAt!: Date | null;
  @Column('uuid', { nullable: true }) releasedBy!: string | null;
}
