export type { BalanceTransaction, StripeBalance } from './balance.ts';
export type { Payout, PayoutStatus, PayoutTransfer } from './bank-payouts.ts';
export {
  type Authentication,
  type Confirmation,
  type Declined,
  type NewPaymentIntent,
  PAYMENT_CANCELED,
  type PaymentOutcome,
  type ReadPayment,
} from './charging.ts';
export type { Card, NewCardSetup, NewCustomer } from './customers-and-cards.ts';
export type { DisputeAtStripe, DisputeEvidence, EvidenceText } from './disputes.ts';
export type { CapabilityStatus, NewPayee, PayeeAccount, PayoutInterval } from './payees.ts';
export type { NewRefund, RefundAtStripe } from './refunds.ts';
export type { NewReversal } from './reversals.ts';
export { StripeRefused, StripeUnclear } from './stripe-errors.ts';
export { StripeGateway } from './stripe-gateway.ts';
export { StripeModule } from './stripe.module.ts';
export type { NewTransfer } from './transfers.ts';
export { webhookEndpoints, type ProvenWebhook, type WebhookEndpoint } from './webhooks.ts';
