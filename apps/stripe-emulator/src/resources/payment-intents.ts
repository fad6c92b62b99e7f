import type Stripe from 'stripe';

import { invalid, unimplemented } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId, secretText } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { refuseOtherMethods } from './card-only.ts';
import { confirmPayment, type Confirmation, unexpectedState } from './confirm-payment.ts';
import { usablePaymentMethod } from './payment-methods.ts';

const LEAST_CENTS = 50;
const MOST_CENTS = 99_999_999;
const STORED_USAGE = 'payment_method_options.card.stored_credential_usage';
const LONGEST_SUFFIX = 22;

const CREATE = [
  'amount', 'currency', 'customer', 'payment_method', 'allowed_payment_method_types', 'automatic_payment_methods', 'transfer_group',
  'metadata', 'description', 'statement_descriptor_suffix', 'receipt_email', 'setup_future_usage', 'capture_method', 'confirm',
  'off_session', 'return_url', STORED_USAGE,
] as const; // prettier-ignore

export const paymentIntentOperations = [
  operation<Stripe.PaymentIntentCreateParams>('POST /v1/payment_intents', CREATE, ({ context, params }) => {
    const intent = createPaymentIntent(context, params);
    return params.confirm ? confirmPayment(context, intent, confirmationOf(params)) : intent;
  }),

  operation('GET /v1/payment_intents/{intent}', [], ({ context, id }) => context.get('payment_intent', id, 'intent')),

  operation<Stripe.PaymentIntentListParams>('GET /v1/payment_intents', [...PAGING, 'created', 'customer'], (call) =>
    asList(call, call.context.list('payment_intent', call.params, { customer: call.params.customer })),
  ),

  operation<Stripe.PaymentIntentUpdateParams>(
    'POST /v1/payment_intents/{intent}',
    ['amount', 'metadata', 'payment_method', 'description', 'transfer_group', 'receipt_email'],
    ({ context, id, params }) => updatePaymentIntent(context, id, params),
  ),

  operation<Stripe.PaymentIntentConfirmParams>(
    'POST /v1/payment_intents/{intent}/confirm',
    ['payment_method', 'off_session', 'return_url', STORED_USAGE],
    ({ context, id, params }) =>
      confirmPayment(context, context.get('payment_intent', id, 'intent'), confirmationOf(params)),
  ),

  operation<Stripe.PaymentIntentCancelParams>(
    'POST /v1/payment_intents/{intent}/cancel',
    ['cancellation_reason'],
    ({ context, id, params }) => cancelPaymentIntent(context, id, params.cancellation_reason ?? null),
  ),
];

export function createPaymentIntent(context: Context, params: Stripe.PaymentIntentCreateParams): Stripe.PaymentIntent {
  checkAmount(params.amount);
  refuseOtherMethods(params.allowed_payment_method_types);
  if (params.capture_method === 'manual') throw unimplemented('capture_method manual');
  if ((params.statement_descriptor_suffix ?? '').length > LONGEST_SUFFIX) {
    throw invalid(
      'parameter_invalid',
      `The statement descriptor suffix must be at most ${LONGEST_SUFFIX} characters.`,
      'statement_descriptor_suffix',
    );
  }
  if (params.customer) context.get('customer', params.customer, 'customer');
  const method = params.payment_method ? usablePaymentMethod(context, params.payment_method).id : null;
  const id = newId('pi');
  const stored = storedUsageOf(params);
  const intent = context.insert('payment_intent', {
    id,
    object: 'payment_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: params.allowed_payment_method_types
      ? null
      : { enabled: true, allow_redirects: 'always' },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? 'automatic_async',
    client_secret: `${id}_secret_${secretText(25)}`,
    confirmation_method: 'automatic',
    created: context.seconds,
    currency: params.currency.toLowerCase(),
    customer: params.customer ?? null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: mergedMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: method,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
        ...(stored ? { stored_credential_usage: stored } : {}),
      },
    },
    payment_method_types: ['card'],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    transfer_data: null,
    transfer_group: params.transfer_group ?? null,
  });
  context.tell('payment_intent.created', intent);
  return intent;
}

function updatePaymentIntent(
  context: Context,
  id: string,
  params: Stripe.PaymentIntentUpdateParams,
): Stripe.PaymentIntent {
  const before = context.get('payment_intent', id, 'intent');
  const isOpen = before.status === 'requires_payment_method' || before.status === 'requires_confirmation';
  const changesPayment = params.amount !== undefined || params.payment_method !== undefined;
  if (changesPayment && !isOpen) throw unexpectedState(before, 'update');
  if (params.amount !== undefined) checkAmount(params.amount);
  const method = params.payment_method
    ? usablePaymentMethod(context, params.payment_method).id
    : idOf(before.payment_method);
  return context.change(before, {
    amount: params.amount ?? before.amount,
    metadata: mergedMetadata(before.metadata, params.metadata),
    description: params.description ?? before.description,
    transfer_group: params.transfer_group ?? before.transfer_group,
    receipt_email: params.receipt_email === undefined ? before.receipt_email : params.receipt_email || null,
    payment_method: method,
    status: isOpen && method ? 'requires_confirmation' : before.status,
  });
}

function cancelPaymentIntent(
  context: Context,
  id: string,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  const before = context.get('payment_intent', id, 'intent');
  if (['succeeded', 'canceled', 'processing'].includes(before.status)) throw unexpectedState(before, 'cancel');
  const canceled = context.change(before, {
    status: 'canceled',
    canceled_at: context.seconds,
    cancellation_reason: reason,
    next_action: null,
  });
  context.tell('payment_intent.canceled', canceled);
  return canceled;
}

function confirmationOf(params: Stripe.PaymentIntentConfirmParams | Stripe.PaymentIntentCreateParams): Confirmation {
  return {
    paymentMethod: params.payment_method,
    isOffSession: Boolean(params.off_session),
    returnUrl: params.return_url,
    storedUsage: storedUsageOf(params),
  };
}

function storedUsageOf(
  params: Stripe.PaymentIntentConfirmParams | Stripe.PaymentIntentCreateParams,
): Confirmation['storedUsage'] {
  const card = params.payment_method_options?.card;
  return card ? card.stored_credential_usage : undefined;
}

function checkAmount(cents: number): void {
  if (cents < LEAST_CENTS) throw invalid('amount_too_small', 'Amount must be at least $0.50 usd', 'amount');
  if (cents > MOST_CENTS) throw invalid('amount_too_large', 'Amount must be no more than $999,999.99', 'amount');
}
