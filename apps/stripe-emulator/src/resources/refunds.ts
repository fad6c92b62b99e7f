import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import { businessDaysAfter } from '../business-days.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { availableOf, post } from './balance.ts';
import { settle } from './charges.ts';
import { cardOf } from './payment-methods.ts';

const DAY_MS = 24 * 3_600_000;
const OPEN_DISPUTES = new Set([
  'needs_response',
  'under_review',
  'lost',
  'appeal_needs_response',
  'appeal_under_review',
]);

export const refundOperations = [
  operation<Stripe.RefundCreateParams>(
    'POST /v1/refunds',
    ['charge', 'payment_intent', 'amount', 'reason', 'metadata'],
    ({ context, params }) => createRefund(context, params),
  ),

  operation('GET /v1/refunds/{refund}', [], ({ context, id }) => context.get('refund', id)),

  operation<Stripe.RefundListParams>('GET /v1/refunds', [...PAGING, 'created', 'charge', 'payment_intent'], (call) => {
    const { charge, payment_intent } = call.params;
    return asList(call, call.context.list('refund', call.params, { charge, payment_intent }));
  }),

  operation<Stripe.RefundUpdateParams>('POST /v1/refunds/{refund}', ['metadata'], ({ context, id, params }) => {
    const before = context.get('refund', id);
    const changed = context.change(before, { metadata: mergedMetadata(before.metadata, params.metadata) });
    tellUpdated(context, changed, before);
    return changed;
  }),
];

function createRefund(context: Context, params: Stripe.RefundCreateParams): Stripe.Refund {
  const charge = chargeOf(context, params);
  const left = charge.amount - charge.amount_refunded;
  const { amount = left } = params;
  if (left === 0) throw invalid('charge_already_refunded', `Charge ${charge.id} has already been refunded.`);
  if (amount < 1 || amount > left) {
    throw invalid(
      'amount_too_large',
      `Refund amount (${amount}) is greater than unrefunded amount on charge (${left}).`,
      'amount',
    );
  }
  if (context.select('dispute', { charge: charge.id }).some((dispute) => OPEN_DISPUTES.has(dispute.status))) {
    throw invalid('charge_disputed', `The charge ${charge.id} has been charged back; cannot issue a refund.`);
  }
  const refund = context.insert('refund', {
    id: newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: context.seconds,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: {
      type: 'card',
      card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
    },
    metadata: mergedMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: 'pending',
    transfer_reversal: null,
  });
  const paid = pay(context, refund);
  const refunded = addRefunded(context, charge, amount);
  context.tell('refund.created', paid);
  context.tell('charge.refunded', refunded, charge);
  return paid;
}

/** A refund that waited for the balance to suffice; waits another day when it still does not. */
export function tryRefundAgain(platform: Context, id: string): void {
  const before = platform.get('refund', id);
  const after = pay(platform, before);
  if (after.status !== before.status || after.pending_reason !== before.pending_reason)
    tellUpdated(platform, after, before);
}

export function refundSucceeds(platform: Context, id: string): void {
  const before = platform.get('refund', id);
  const { pending_reason: _waited, ...rest } = before;
  const after = platform.rewrite<'refund'>({ ...rest, status: 'succeeded' });
  tellUpdated(platform, after, before);
}

/** The customer's bank sent the money back after all. */
export function refundFails(platform: Context, id: string): void {
  const before = platform.get('refund', id);
  const { amount, currency } = before;
  const transaction = post(platform, {
    type: 'refund_failure',
    amount,
    currency,
    source: id,
    description: 'REFUND FAILURE',
  });
  const failed = platform.change(before, {
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: transaction.id,
  });
  const charge = platform.get('charge', idOf(before.charge) ?? '');
  addRefunded(platform, charge, -amount);
  platform.tell('refund.failed', failed, before);
  tellUpdated(platform, failed, before);
}

function pay(context: Context, refund: Stripe.Refund): Stripe.Refund {
  const charge = settle(context, idOf(refund.charge) ?? '');
  const { amount, currency, id } = refund;
  const received = context.get('balance_transaction', idOf(charge.balance_transaction) ?? '');
  const isPending = received.available_on > context.seconds;
  // What is refunded before its charge's funds are available comes out of those funds.
  if (!isPending && availableOf(context, currency) < amount) {
    context.later(businessDaysAfter(context.now, 1), 'refund.is_tried', id);
    return context.change(refund, { status: 'pending', pending_reason: 'insufficient_funds' });
  }
  const transaction = post(context, {
    type: 'refund',
    amount: -amount,
    currency,
    source: id,
    description: 'REFUND FOR CHARGE',
    ...(isPending ? { availableOn: received.available_on } : {}),
  });
  const behaviour = charge.payment_method
    ? cardOf(context, context.get('payment_method', charge.payment_method)).refunds
    : undefined;
  const tomorrow = new Date(context.now.getTime() + DAY_MS);
  if (behaviour === 'pending_first') context.later(tomorrow, 'refund.succeeds', id);
  if (behaviour === 'fail_later') context.later(tomorrow, 'refund.fails', id);
  const { pending_reason: _waited, ...rest } = refund;
  const waits = behaviour === 'pending_first';
  return context.rewrite<'refund'>({
    ...rest,
    ...(waits ? { pending_reason: 'processing' as const } : {}),
    status: waits ? 'pending' : 'succeeded',
    balance_transaction: transaction.id,
  });
}

function chargeOf(context: Context, params: Stripe.RefundCreateParams): Stripe.Charge {
  const id =
    params.charge ??
    (params.payment_intent && idOf(context.get('payment_intent', params.payment_intent).latest_charge));
  if (!id)
    throw invalid(
      'parameter_missing',
      'One of the following params should be provided for this request: payment_intent or charge.',
      'charge',
    );
  const charge = context.get('charge', id);
  if (charge.status !== 'succeeded')
    throw invalid('charge_not_refundable', `Charge ${id} has not succeeded.`, 'charge');
  return charge;
}

function addRefunded(context: Context, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const amount_refunded = charge.amount_refunded + amount;
  return context.change(context.get('charge', charge.id), {
    amount_refunded,
    refunded: amount_refunded === charge.amount,
  });
}

function tellUpdated(context: Context, refund: Stripe.Refund, before: Stripe.Refund): void {
  context.tell('refund.updated', refund, before);
  context.tell('charge.refund.updated', refund, before);
}
