import type Stripe from 'stripe';

import { ApiError, invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId, secretText } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { refuseOtherMethods } from './card-only.ts';
import {
  attach,
  cardOf,
  type CardHidden,
  checkUnspent,
  usablePaymentMethod,
  wantsCardholder,
} from './payment-methods.ts';
import { declineFor, type DeclineReason } from './test-cards.ts';

export const setupIntentOperations = [
  operation<Stripe.SetupIntentCreateParams>(
    'POST /v1/setup_intents',
    [
      'customer',
      'usage',
      'allowed_payment_method_types',
      'payment_method',
      'confirm',
      'return_url',
      'description',
      'metadata',
      'automatic_payment_methods',
    ],
    ({ context, params }) => {
      const intent = createSetupIntent(context, params);
      return params.confirm ? confirmSetup(context, intent, { returnUrl: params.return_url }) : intent;
    },
  ),

  operation('GET /v1/setup_intents/{intent}', [], ({ context, id }) => context.get('setup_intent', id, 'intent')),

  operation<Stripe.SetupIntentListParams>('GET /v1/setup_intents', [...PAGING, 'created', 'customer'], (call) =>
    asList(call, call.context.list('setup_intent', call.params, { customer: call.params.customer })),
  ),

  operation<Stripe.SetupIntentConfirmParams>(
    'POST /v1/setup_intents/{intent}/confirm',
    ['payment_method', 'return_url'],
    ({ context, id, params }) =>
      confirmSetup(context, context.get('setup_intent', id, 'intent'), {
        paymentMethod: params.payment_method,
        returnUrl: params.return_url,
      }),
  ),

  operation<Stripe.SetupIntentCancelParams>(
    'POST /v1/setup_intents/{intent}/cancel',
    ['cancellation_reason'],
    ({ context, id, params }) => {
      const before = context.get('setup_intent', id, 'intent');
      if (before.status === 'succeeded' || before.status === 'canceled') throw unexpectedState(before, 'cancel');
      const canceled = context.change(before, {
        status: 'canceled',
        cancellation_reason: params.cancellation_reason ?? null,
        next_action: null,
      });
      context.tell('setup_intent.canceled', canceled);
      return canceled;
    },
  ),
];

export function createSetupIntent(context: Context, params: Stripe.SetupIntentCreateParams): Stripe.SetupIntent {
  refuseOtherMethods(params.allowed_payment_method_types);
  if (params.customer) context.get('customer', params.customer, 'customer');
  const id = newId('seti');
  const paymentMethod = params.payment_method ? usablePaymentMethod(context, params.payment_method).id : null;
  const intent = context.insert('setup_intent', {
    id,
    object: 'setup_intent',
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    application: null,
    automatic_payment_methods: params.allowed_payment_method_types
      ? null
      : { enabled: true, allow_redirects: 'always' },
    cancellation_reason: null,
    client_secret: `${id}_secret_${secretText(25)}`,
    created: context.seconds,
    customer: params.customer ?? null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: mergedMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: { card: { mandate_options: null, network: null, request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    single_use_mandate: null,
    status: paymentMethod ? 'requires_confirmation' : 'requires_payment_method',
    usage: params.usage ?? 'off_session',
  });
  context.tell('setup_intent.created', intent);
  return intent;
}

/** Throws 402 when the card refuses; leaves `requires_action` when its bank wants the cardholder. */
export function confirmSetup(
  context: Context,
  before: Stripe.SetupIntent,
  { paymentMethod, returnUrl }: { paymentMethod?: string | undefined; returnUrl?: string | undefined },
): Stripe.SetupIntent {
  if (before.status === 'succeeded' || before.status === 'canceled') throw unexpectedState(before, 'confirm');
  const named = paymentMethod ?? idOf(before.payment_method);
  if (!named)
    throw invalid(
      'parameter_missing',
      "You cannot confirm this SetupIntent because it's missing a payment method.",
      'payment_method',
    );
  const method = usablePaymentMethod(context, named);
  checkUnspent(context, method);
  const intent = context.change(before, { payment_method: method.id, last_setup_error: null, next_action: null });
  const card = cardOf(context, method);
  if (card.refusesSetup) throw failSetup(context, intent, method, card.refusesSetup);
  return wantsCardholder(card) ? requireAuthentication(context, intent, returnUrl) : succeedSetup(context, intent);
}

/** The cardholder answered the bank. */
export function authenticateSetup(
  context: Context,
  intent: Stripe.SetupIntent,
  isAccepted: boolean,
): Stripe.SetupIntent {
  if (intent.status !== 'requires_action') throw unexpectedState(intent, 'authenticate');
  if (isAccepted) return succeedSetup(context, intent);
  const failed = context.change(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_setup_error: {
      type: 'invalid_request_error',
      code: 'setup_intent_authentication_failure',
      message: 'The latest attempt to set up the payment method has failed because authentication failed.',
    },
  });
  context.tell('setup_intent.setup_failed', failed);
  return failed;
}

export function declinedSetup(reason: DeclineReason, also: object): ApiError {
  const { code, decline_code, advice_code, message } = declineFor(reason);
  return new ApiError(
    402,
    { type: 'card_error', code, decline_code, advice_code, message, ...also },
    { keepsEffects: true },
  );
}

function succeedSetup(context: Context, intent: Stripe.SetupIntent): Stripe.SetupIntent {
  const method = context.get('payment_method', idOf(intent.payment_method) ?? '');
  const customer = idOf(intent.customer);
  if (customer) attach(context, method, customer);
  if (intent.usage === 'off_session') context.hide<CardHidden>(method.id, { isSetUp: true });
  const succeeded = context.change(intent, { status: 'succeeded', next_action: null });
  context.tell('setup_intent.succeeded', succeeded);
  return succeeded;
}

function failSetup(
  context: Context,
  intent: Stripe.SetupIntent,
  method: Stripe.PaymentMethod,
  reason: DeclineReason,
): ApiError {
  const { code, decline_code, advice_code, message } = declineFor(reason);
  const failed = context.change(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    last_setup_error: {
      type: 'card_error',
      code: code,
      decline_code,
      advice_code,
      message,
      payment_method: method,
    },
  });
  context.tell('setup_intent.setup_failed', failed);
  return declinedSetup(reason, { setup_intent: failed, payment_method: method });
}

function requireAuthentication(
  context: Context,
  intent: Stripe.SetupIntent,
  returnUrl: string | undefined,
): Stripe.SetupIntent {
  const url = `${context.emulator.url}/authenticate/${intent.id}`;
  const waiting = context.change(intent, {
    status: 'requires_action',
    next_action: returnUrl
      ? { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } }
      : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } },
  });
  context.tell('setup_intent.requires_action', waiting);
  return waiting;
}

function unexpectedState(intent: Stripe.SetupIntent, verb: string): ApiError {
  const message = `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}.`;
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'setup_intent_unexpected_state',
    message,
    setup_intent: intent,
  });
}
