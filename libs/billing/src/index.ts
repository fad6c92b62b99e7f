export { AcceptBySilence } from './accept-by-silence.ts';
export { ApproveWeek } from './approve-week.ts';
export { BusinessNotFound, CardSetupNotFound, InvoiceNotFound } from './billing.errors.ts';
export type {
  CardSaved,
  ChargeFailed,
  EarningsReleased,
  InvoicePaid,
  WeekApproved,
  WeeksAccepted,
  WeeksInvoiced,
} from './billing.events.ts';
export { chargeSettled, type SettledCharge } from './billing.journals.ts';
export { billingEntities, BillingModule } from './billing.module.ts';
export { invoiceCan, lineCan } from './billing.policy.ts';
export { ChargeInvoices } from './charge-invoices.ts';
export { CompleteCardSetup } from './complete-card-setup.ts';
export { type DescribedEarning, DescribeEarnings } from './describe-earnings.ts';
export { type DescribedInvoice, type DescribedLine, DescribeInvoices } from './describe-invoices.ts';
export { Earning } from './earning.entity.ts';
export { type BlockedReason, type EarningState, earningTransitions } from './earning.state.ts';
export { Earnings } from './earnings.repository.ts';
export { Invoice } from './invoice.entity.ts';
export { invoiceSays } from './invoice.says.ts';
export { type InvoiceState, invoiceTransitions } from './invoice.state.ts';
export { InvoiceWeeks } from './invoice-weeks.ts';
export { ReleaseEarnings } from './release-earnings.ts';
export { SavedCard } from './saved-card.entity.ts';
export { SavedCards } from './saved-cards.repository.ts';
export { type OpenCardSetup, StartCardSetup } from './start-card-setup.ts';
