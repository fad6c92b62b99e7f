import { BillingModule } from '@app/billing';
import { DisputesModule } from '@app/disputes';
import { Module } from '@nestjs/common';

import { BonusesController } from './bonuses.controller.ts';
import { CardSetupsController } from './card-setups.controller.ts';
import { EarningsController } from './earnings.controller.ts';
import { InvoicePaymentsController } from './invoice-payments.controller.ts';
import { InvoiceDocumentsController } from './invoice-documents.controller.ts';
import { InvoicesController } from './invoices.controller.ts';
import { LineRefundsController } from './line-refunds.controller.ts';
import { SpendController } from './spend.controller.ts';
import { StaffRefundsController } from './staff-refunds.controller.ts';
import { UnpaidPolicyController } from './unpaid-policy.controller.ts';
import { WeekApprovalsController } from './week-approvals.controller.ts';

@Module({
  imports: [BillingModule, DisputesModule],
  controllers: [
    BonusesController,
    LineRefundsController,
    SpendController,
    StaffRefundsController,
    CardSetupsController,
    InvoicesController,
    InvoiceDocumentsController,
    InvoicePaymentsController,
    UnpaidPolicyController,
    EarningsController,
    WeekApprovalsController,
  ],
})
export class BillingHttpModule {}
