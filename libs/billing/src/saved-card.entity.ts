import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('saved_card')
export class SavedCard {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  /** Stripe's id of it; the number itself never comes here. */
  @Column('text') paymentMethodId!: string;
  @Column('text') brand!: string;
  @Column('text') last4!: string;
  @Column('int') expMonth!: number;
  @Column('int') expYear!: number;
  @Column('timestamptz') savedAt!: Date;
  @Column('timestamptz', { nullable: true }) removedAt!: Date | null;
  @Column('boolean') isDefault!: boolean;
}
