import { MoneyColumn } from '@app/database';
import type { Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something on top, which becomes a line of the client's next invoice. */
@Entity('bonus')
export class Bonus {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') contractId!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') assistantId!: string;
  /** Billed with this week, or with the next one that is. */
  @Column('uuid') clientWeekId!: string;
  @MoneyColumn() amountCents!: Money;
  @Column('text') note!: string;
  @Column('uuid') givenBy!: string;
  @Column('timestamptz') givenAt!: Date;
  /** null until it is billed. */
  @Column('uuid', { nullable: true }) lineId!: string | null;
}
