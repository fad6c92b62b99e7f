import { BigintColumn, MoneyColumn } from '@app/database';
import type { Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { BlockedReason, EarningState } from './earning.state.ts';

/** What one invoice line earns its assistant, from the invoice to the transfer. */
@Entity('earning')
export class Earning {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') lineId!: string;
  /** The earning that a disputed part was split off. */
  @Column('uuid', { nullable: true }) parentId!: string | null;
  /** The debt that was taken and came back: this pays it out anew, and is no part of its line. */
  @Column('uuid', { nullable: true }) returnsDebtId!: string | null;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') assistantId!: string;
  @MoneyColumn() amountCents!: Money;
  /** Which stretch of its line it is: of a time line's seconds, of a bonus's cents. */
  @BigintColumn() partFrom!: number;
  @BigintColumn() partTo!: number;
  /** While there are any it is not released. */
  @Column('int') liveHolds!: number;
  @Column('text') state!: EarningState;
  @Column('timestamptz') stateAt!: Date;
  @Column('timestamptz', { nullable: true }) paidAt!: Date | null;
  @Column('timestamptz', { nullable: true }) reviewEndedAt!: Date | null;
  /** The later of both and the hold; null until both are known. */
  @Column('timestamptz', { nullable: true }) releasesAt!: Date | null;
  @Column('text', { nullable: true }) blockedReason!: BlockedReason | null;
}
