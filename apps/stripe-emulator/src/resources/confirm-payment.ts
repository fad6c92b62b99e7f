import type Stripe from 'stripe';

import { ApiError, invalid } from '../api/api-error.ts';
import type { Context } from '../context.ts';
import { idOf } from '../kinds.ts';
import { chargeCard } from './charges.ts';
import {
  attach,
  cardOf,
  type CardHidden,
  checkUnspent,
  usablePaymentMethod,
  wantsCardholder,
} from './payment-methods.ts';
import { type Decline, declineFor, type DeclineReason } from './test-cards.ts';

type StoredUsage = Stripe.PaymentIntent.PaymentMethodOptions.Card.StoredCredentialUsage;

export interface Confirmation {
  readonly paymentMethod?: string | undefined;
  readonly isOffSession: boolean;
  readonly returnUrl?: string | undefined;
  readonly storedUsage?: StoredUsage | undefined;
}

/**
 * Charges the card. Throws 402 when it is refused, with what the refusal changed kept; answers `requires_action` when
 * its bank wants the cardholder and the cardholder is there.
 */
export function confirmPayment(
  context: Context,
  before: Stripe.PaymentIntent,
  how: Confirmation,
): Stripe.PaymentIntent {
  if (!['requires_payment_method', 'requires_confirmation', 'requires_action'].includes(before.status))
    throw unexpectedState(before, 'confirm');
  const method = methodFor(context, before, how);
  const intent = context.change(before, {
    payment_method: method.id,
    next_action: null,
    last_payment_error: null,
    ...(how.storedUsage ? { payment_method_options: withStoredUsage(before, how.storedUsage) } : {}),
  });
  const card = cardOf(context, method);
  if (wantsCardholder(card) && how.isOffSession) throw refuse(context, intent, method, 'authentication_required');
  if (wantsCardholder(card)) return requireAuthentication(context, intent, how.returnUrl);
  return chargeOrRefuse(context, intent, method);
}

/** The cardholder answered the bank: charges the card, or puts the intent back with the failure on it. */
export function authenticatePayment(
  context: Context,
  intent: Stripe.PaymentIntent,
  isAccepted: boolean,
): Stripe.PaymentIntent {
  if (intent.status !== 'requires_action') throw unexpectedState(intent, 'authenticate');
  const method = context.get('payment_method', idOf(intent.payment_method) ?? '');
  if (isAccepted) return chargeOrRefuse(context, context.change(intent, { next_action: null }), method);
  const failed = context.change(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    last_payment_error: {
      type: 'invalid_request_error',
      code: 'payment_intent_authentication_failure',
      message:
        'The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt to fulfill this PaymentIntent again.',
      payment_method: method,
    },
  });
  context.tell('payment_intent.payment_failed', failed);
  return failed;
}

export function unexpectedState(intent: Stripe.PaymentIntent, verb: string): ApiError {
  const message =
    intent.status === 'succeeded' && verb === 'confirm'
      ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
      : `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}.`;
  return new ApiError(400, {
    type: 'invalid_request_error',
    code: 'payment_intent_unexpected_state',
    message,
    payment_intent: intent,
  });
}

function methodFor(context: Context, intent: Stripe.PaymentIntent, how: Confirmation): Stripe.PaymentMethod {
  const named = how.paymentMethod ?? idOf(intent.payment_method);
  if (!named)
    throw invalid(
      'parameter_missing',
      "You cannot confirm this PaymentIntent because it's missing a payment method.",
      'payment_method',
    );
  const method = usablePaymentMethod(context, named);
  checkUnspent(context, method);
  const owner = idOf(method.customer);
  if (owner && owner !== idOf(intent.customer)) {
    throw invalid(
      'payment_method_customer_mismatch',
      `The provided PaymentMethod ${method.id} belongs to another Customer.`,
      'payment_method',
    );
  }
  if (how.isOffSession && !owner) {
    throw invalid(
      'payment_intent_invalid_parameter',
      'An off-session payment needs a PaymentMethod that is attached to the Customer.',
      'off_session',
    );
  }
  return method;
}

function chargeOrRefuse(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent {
  const { refusesCharge } = cardOf(context, method);
  if (refusesCharge) throw refuse(context, intent, method, refusesCharge);
  const charge = chargeCard(context, intent, method, null);
  const succeeded = context.change(intent, {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
  });
  keepForLater(context, intent, method);
  context.tell('payment_intent.succeeded', succeeded);
  return succeeded;
}

/** A card paid with once may not be used again unless it is, or becomes, a customer's. */
function keepForLater(context: Context, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  const customer = idOf(intent.customer);
  if (customer && intent.setup_future_usage) attach(context, method, customer);
  else if (!method.customer) context.hide<CardHidden>(method.id, { isSpent: true });
  if (intent.setup_future_usage === 'off_session') context.hide<CardHidden>(method.id, { isSetUp: true });
}

function refuse(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  reason: DeclineReason,
): ApiError {
  const decline = declineFor(reason);
  const charge = chargeCard(context, intent, method, decline);
  const error = { ...cardError(decline), charge: charge.id, payment_method: method };
  const failed = context.change(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    latest_charge: charge.id,
    last_payment_error: { ...error, code: decline.code },
  });
  context.tell('payment_intent.payment_failed', failed);
  return new ApiError(402, { ...error, payment_intent: failed }, { keepsEffects: true });
}

function cardError({ code, decline_code, advice_code, message }: Decline) {
  return {
    type: 'card_error' as const,
    code,
    decline_code,
    advice_code,
    message,
    doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`,
  };
}

function requireAuthentication(
  context: Context,
  intent: Stripe.PaymentIntent,
  returnUrl: string | undefined,
): Stripe.PaymentIntent {
  const url = `${context.emulator.url}/authenticate/${intent.id}`;
  const waiting = context.change(intent, {
    status: 'requires_action',
    next_action: returnUrl
      ? { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } }
      : { type: 'use_stripe_sdk', use_stripe_sdk: { type: 'three_d_secure_redirect', stripe_js: url } },
  });
  context.tell('payment_intent.requires_action', waiting);
  return waiting;
}

function withStoredUsage(intent: Stripe.PaymentIntent, usage: StoredUsage): Stripe.PaymentIntent.PaymentMethodOptions {
  const card = intent.payment_method_options?.card;
  return {
    card: {
      installments: card?.installments ?? null,
      mandate_options: null,
      network: null,
      request_three_d_secure: 'automatic',
      stored_credential_usage: usage,
    },
  };
}
