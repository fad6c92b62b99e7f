import { AuditModule } from '@app/audit';
import { LedgerModule } from '@app/ledger';
import { ProfilesModule } from '@app/profiles';
import { Module } from '@nestjs/common';

import { AcceptBySilence } from './accept-by-silence.ts';
import { ApproveWeek } from './approve-week.ts';
import { CardSetup } from './card-setup.entity.ts';
import { ChargeAttempt } from './charge-attempt.entity.ts';
import { ChargeCard } from './charge-card.ts';
import { ChargeInvoices } from './charge-invoices.ts';
import { ClaimCharges } from './claim-charges.ts';
import { CompleteCardSetup } from './complete-card-setup.ts';
import { DeleteCustomers } from './delete-customers.ts';
import { DescribeEarnings } from './describe-earnings.ts';
import { DescribeInvoices } from './describe-invoices.ts';
import { ListInvoicesCsv } from './documents/list-invoices-csv.ts';
import { MakeInvoicePdf } from './documents/make-invoice-pdf.ts';
import { Earning } from './earning.entity.ts';
import { Earnings } from './earnings.repository.ts';
import { givingBackDoors, givingBackEntities, givingBackParts } from './giving-back/giving-back.providers.ts';
import { Invoice } from './invoice.entity.ts';
import { InvoiceWeeks } from './invoice-weeks.ts';
import { ReleaseEarnings } from './release-earnings.ts';
import { SavedCard } from './saved-card.entity.ts';
import { SavedCards } from './saved-cards.repository.ts';
import { Budgets } from './spending/budgets.repository.ts';
import { DescribeSpend } from './spending/describe-spend.ts';
import { ListSpendCsv } from './spending/list-spend-csv.ts';
import { SetBudget } from './spending/set-budget.ts';
import { SettleCharge } from './settle-charge.ts';
import { StartCardSetup } from './start-card-setup.ts';
import { BillingHold } from './billing-hold.ts';
import { GiveUpUnpaid } from './give-up-unpaid.ts';
import { PayInvoice } from './pay-invoice.ts';
import { RecoverPayment } from './recover-payment.ts';
import { RecordPayment } from './record-payment.ts';
import { UnpaidInvoices } from './unpaid-invoices.ts';
import { DescribeUnpaidPolicy } from './describe-unpaid-policy.ts';

export const billingEntities = [Invoice, ChargeAttempt, Earning, SavedCard, CardSetup, ...givingBackEntities];

const doors = [
  ...givingBackDoors,
  BillingHold,
  Budgets,
  DescribeSpend,
  ListSpendCsv,
  SetBudget,
  DescribeUnpaidPolicy,
  GiveUpUnpaid,
  PayInvoice,
  RecoverPayment,
  AcceptBySilence,
  ApproveWeek,
  ChargeInvoices,
  CompleteCardSetup,
  DeleteCustomers,
  DescribeEarnings,
  DescribeInvoices,
  Earnings,
  InvoiceWeeks,
  ListInvoicesCsv,
  MakeInvoicePdf,
  ReleaseEarnings,
  SavedCards,
  StartCardSetup,
];

@Module({
  imports: [AuditModule, LedgerModule, ProfilesModule],
  providers: [...doors, ...givingBackParts, ChargeCard, ClaimCharges, RecordPayment, SettleCharge, UnpaidInvoices],
  exports: doors,
})
export class BillingModule {}
