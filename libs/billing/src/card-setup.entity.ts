import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One visit to Stripe's page that saves a card. */
@Entity('card_setup')
export class CardSetup {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('uuid') startedBy!: string;
  @Column('text', { nullable: true }) sessionId!: string | null;
  @Column('timestamptz') startedAt!: Date;
  @Column('timestamptz', { nullable: true }) completedAt!: Date | null;
}
