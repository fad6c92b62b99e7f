export { AcceptBySilence } from './accept-by-silence.ts';
export { ApproveWeek } from './approve-week.ts';
export { BusinessNotFound, CardSetupNotFound, InvoiceNotFound, WeekNotFound } from './billing.errors.ts';
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
export { ChargeInvoices } from './charge-invoices.ts';
export { CompleteCardSetup } from './complete-card-setup.ts';
export { Earning } from './earning.entity.ts';
export { type BlockedReason, type EarningState, earningTransitions } from './earning.state.ts';
export { Earnings } from './earnings.repository.ts';
export { Invoice } from './invoice.entity.ts';
export { type InvoiceState, invoiceTransitions } from './invoice.state.ts';
export { InvoiceWeeks } from './invoice-weeks.ts';
export { ReleaseEarnings } from './release-earnings.ts';
export { SavedCard } from './saved-card.entity.ts';
export { SavedCards } from './saved-cards.repository.ts';
export { type OpenCardSetup, StartCardSetup } from './start-card-setup.ts';
