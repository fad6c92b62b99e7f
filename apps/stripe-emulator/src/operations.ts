import type { Operation } from './api/operation.ts';
import { accountOperations } from './resources/accounts.ts';
import { accountV1Operations } from './resources/accounts-v1.ts';
import { balanceOperations } from './resources/balance.ts';
import { balanceSettingsOperations } from './resources/balance-settings.ts';
import { balanceTransactionOperations } from './resources/balance-transactions.ts';
import { chargeOperations } from './resources/charges.ts';
import { checkoutOperations } from './resources/checkout-sessions.ts';
import { customerOperations } from './resources/customers.ts';
import { disputeOperations } from './resources/disputes.ts';
import { eventDestinationOperations } from './resources/event-destinations.ts';
import { eventOperations } from './resources/events.ts';
import { fileOperations } from './resources/files.ts';
import { accountLinkOperations } from './resources/onboarding.ts';
import { paymentIntentOperations } from './resources/payment-intents.ts';
import { paymentMethodOperations } from './resources/payment-methods.ts';
import { payoutOperations } from './resources/payouts.ts';
import { refundOperations } from './resources/refunds.ts';
import { setupIntentOperations } from './resources/setup-intents.ts';
import { topupOperations } from './resources/topups.ts';
import { transferReversalOperations } from './resources/transfer-reversals.ts';
import { transferOperations } from './resources/transfers.ts';
import { webhookEndpointOperations } from './resources/webhook-endpoints.ts';

/** Everything the local Stripe can do. What is not here is answered 501. */
export const operations: readonly Operation[] = [
  ...customerOperations,
  ...paymentMethodOperations,
  ...setupIntentOperations,
  ...checkoutOperations,
  ...paymentIntentOperations,
  ...chargeOperations,
  ...refundOperations,
  ...disputeOperations,
  ...accountOperations,
  ...accountLinkOperations,
  ...accountV1Operations,
  ...balanceSettingsOperations,
  ...transferOperations,
  ...transferReversalOperations,
  ...balanceOperations,
  ...balanceTransactionOperations,
  ...payoutOperations,
  ...topupOperations,
  ...fileOperations,
  ...eventOperations,
  ...webhookEndpointOperations,
  ...eventDestinationOperations,
];
