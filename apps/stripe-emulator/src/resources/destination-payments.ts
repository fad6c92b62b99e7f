import type Stripe from 'stripe';

import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { post } from './balance.ts';

interface Incoming {
  /** The transfer's id. */
  readonly id: string;
  readonly amount: number;
  readonly currency: string;
  readonly group: string | null;
  /** Unix seconds: the money is pending as long as it is at its source. */
  readonly availableOn: number;
}

/** The `py_` charge that a transfer becomes in the account that receives it. `context` is that account's. */
export function destinationPayment(context: Context, transfer: Incoming): Stripe.Charge {
  const id = newId('py');
  const { amount, currency, availableOn } = transfer;
  const transaction = post(context, { type: 'payment', amount, currency, source: id, availableOn });
  return context.insert('charge', {
    id,
    object: 'charge',
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: transaction.id,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: context.seconds,
    currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { type: 'stripe_account', stripe_account: {} },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer.id,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: transfer.group,
  });
}

/** The `pyr_` refund that a reversal becomes in the account that gives the money back. `context` is that account's. */
export function destinationPaymentRefund(
  context: Context,
  {
    payment,
    amount,
    reversal,
    availableOn,
  }: { payment: Stripe.Charge; amount: number; reversal: string; availableOn: number },
): Stripe.Refund {
  const id = newId('pyr');
  const transaction = post(context, {
    type: 'payment_refund',
    amount: -amount,
    currency: payment.currency,
    source: id,
    availableOn,
  });
  const amount_refunded = payment.amount_refunded + amount;
  context.change(payment, { amount_refunded, refunded: amount_refunded === payment.amount });
  return context.insert('refund', {
    id,
    object: 'refund',
    amount,
    balance_transaction: transaction.id,
    charge: payment.id,
    created: context.seconds,
    currency: payment.currency,
    customer: null,
    customer_account: null,
    metadata: {},
    payment_intent: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: reversal,
    status: 'succeeded',
    transfer_reversal: null,
  });
}
