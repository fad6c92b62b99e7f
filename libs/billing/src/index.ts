export { AcceptBySilence } from './accept-by-silence.ts';
export { ApproveWeek } from './approve-week.ts';
export {
  BusinessNotFound,
  CardMissingToPay,
  CardSetupNotFound,
  InvoiceNotFound,
  InvoiceNotOpen,
} from './billing.errors.ts';
export type {
  CardSaved,
  ChargeFailed,
  EarningsReleased,
  InvoicePaid,
  InvoiceUncollectible,
  WeekApproved,
  WeeksAccepted,
  WeeksInvoiced,
  WorkResumed,
  WorkSuspended,
} from './billing.events.ts';
export { chargeSettled, type SettledCharge } from './billing.journals.ts';
export { BillingHold, type HoldCause } from './billing-hold.ts';
export { billingEntities, BillingModule } from './billing.module.ts';
export { invoiceCan, lineCan, maySetBudget } from './billing.policy.ts';
export { type Budget, Budgets } from './spending/budgets.repository.ts';
export { DescribeSpend, type Spend, type SpendRow } from './spending/describe-spend.ts';
export { ListSpendCsv } from './spending/list-spend-csv.ts';
export { SetBudget } from './spending/set-budget.ts';
export { ChargeInvoices } from './charge-invoices.ts';
export { CompleteCardSetup } from './complete-card-setup.ts';
export { DeleteCustomers } from './delete-customers.ts';
export { type DescribedEarning, DescribeEarnings } from './describe-earnings.ts';
export {
  type DescribedGiveBack,
  type DescribedInvoice,
  type DescribedLine,
  type DescribedWithLines,
  DescribeInvoices,
} from './describe-invoices.ts';
export { day, hours, instant, week } from './documents/document-words.ts';
export { ListInvoicesCsv } from './documents/list-invoices-csv.ts';
export { type MadeDocument, MakeInvoicePdf } from './documents/make-invoice-pdf.ts';
export { Earning } from './earning.entity.ts';
export { type BlockedReason, type EarningState, earningTransitions } from './earning.state.ts';
export { Earnings } from './earnings.repository.ts';
export { Invoice } from './invoice.entity.ts';
export { invoiceSays } from './invoice.says.ts';
export { type InvoiceState, invoiceTransitions } from './invoice.state.ts';
export { DescribeUnpaidPolicy } from './describe-unpaid-policy.ts';
export { GiveUpUnpaid } from './give-up-unpaid.ts';
export { InvoiceWeeks } from './invoice-weeks.ts';
export { type PaymentByClient, PayInvoice } from './pay-invoice.ts';
export { RecoverPayment } from './recover-payment.ts';
export { ReleaseEarnings } from './release-earnings.ts';
export { SavedCard } from './saved-card.entity.ts';
export { SavedCards } from './saved-cards.repository.ts';
export { type OpenCardSetup, StartCardSetup } from './start-card-setup.ts';
export type { UnpaidPolicy } from './unpaid-policy.ts';
export { type UnpaidStep, unpaidStep } from './unpaid-step.ts';
export { ContractWeekReview, WeekNotInReview } from './contract-week-review.ts';
export { ApplyWaitingGiveBacks } from './giving-back/apply-waiting.ts';
export { AssistantDebt } from './giving-back/assistant-debt.entity.ts';
export type { Cause, CauseKind, GiveBackCauseKind, HoldCauseKind } from './giving-back/cause.ts';
export { CancelPayments } from './giving-back/cancel-payments.ts';
export { CreditNote } from './giving-back/credit-note.entity.ts';
export { Debts } from './giving-back/debts.repository.ts';
export { EarningHold } from './giving-back/earning-hold.entity.ts';
export { EndExpiredHolds } from './giving-back/end-expired-holds.ts';
export { EndHold, type HoldToEnd } from './giving-back/end-hold.ts';
export { GiveBack, type WentBack, type WhatGoesBack } from './giving-back/give-back.ts';
export { type CarriedBy, GivenBack } from './giving-back/give-back.entity.ts';
export { type GiveBackState, giveBackTransitions } from './giving-back/give-back.state.ts';
export {
  EarningGone,
  LineNotFound,
  NothingToGiveBack,
  PartTooLarge,
  PartTooSmall,
} from './giving-back/giving-back.errors.ts';
export type { MoneyGivenBack, RefundArrived, RefundFailed } from './giving-back/giving-back.events.ts';
export { REFUND_WITHIN_DAYS } from './giving-back/own-line.ts';
export { type PartPreview, PreviewPart } from './giving-back/preview-part.ts';
export { PreviewRefund } from './giving-back/preview-refund.ts';
export { requireNeverParty } from './giving-back/never-party.ts';
export { type NewHold, PlaceHold } from './giving-back/place-hold.ts';
export { Refund } from './giving-back/refund.entity.ts';
export { RefreshRefunds } from './giving-back/refresh-refunds.ts';
export { type OwnRefund, RefundLine } from './giving-back/refund-line.ts';
export { type RefundState, refundTransitions } from './giving-back/refund.state.ts';
export { ResolveRefund } from './giving-back/resolve-refund.ts';
export { ReturnEarnings } from './giving-back/return-earnings.ts';
export { SendRefunds } from './giving-back/send-refunds.ts';
export { type PartOfLine, type PartSetAside, SetAside } from './giving-back/set-aside.ts';
export { type Borne, type LineToBear, TakeEarnings } from './giving-back/take-earnings.ts';
export { type Priced, type Worth, worthOf } from './giving-back/worth.ts';
export { Bonus } from './bonus.entity.ts';
export type { BonusGiven } from './billing.events.ts';
export { type NewBonus, PayBonus } from './pay-bonus.ts';
export { ListRefunds, type StuckRefund } from './giving-back/list-refunds.ts';
export {
  creditNoteIssued,
  earningSplit,
  refundAccepted,
  refundFailed as refundSentBack,
  refundOfSent,
  refundOfUnsent,
} from './giving-back/giving-back.journals.ts';
