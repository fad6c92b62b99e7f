import { MoneyColumn } from '@app/database';
import type { Money } from '@app/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Less to pay for an invoice that was not captured yet; the invoice itself stays as issued. */
@Entity('credit_note')
export class CreditNote {
  @PrimaryColumn('uuid') id!: string;
  @Column({ type: 'text', insert: false }) number!: string;
  @Column('uuid') invoiceId!: string;
  @Column('uuid') clientId!: string;
  @MoneyColumn() amountCents!: Money;
  @MoneyColumn() feeCents!: Money;
  @Column('timestamptz') issuedAt!: Date;
}
