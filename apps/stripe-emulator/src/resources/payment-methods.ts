import { createHash } from 'node:crypto';

import type Stripe from 'stripe';

import { invalid, missing } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { cardByNumber, cardByToken, type DeclineReason, type TestCard } from './test-cards.ts';
import { declinedSetup } from './setup-intents.ts';

/** How a saved card behaves from now on. */
export interface CardHidden {
  number: string;
  /** Set up for off-session use while its holder was there. */
  isSetUp: boolean;
  isSpent: boolean;
  /** Put by the control plane in place of what the number does. */
  outcome: DeclineReason | 'succeeds';
}

export interface Expiry {
  /** 1 to 12. */
  readonly month: number;
  readonly year: number;
}

export const paymentMethodOperations = [
  operation('GET /v1/payment_methods/{payment_method}', [], ({ context, id }) => context.get('payment_method', id)),

  operation<Stripe.PaymentMethodListParams>('GET /v1/payment_methods', [...PAGING, 'customer', 'type'], (call) =>
    asList(
      call,
      call.context.list('payment_method', call.params, { customer: call.params.customer, kind: call.params.type }),
    ),
  ),

  operation<Stripe.CustomerListPaymentMethodsParams>(
    'GET /v1/customers/{customer}/payment_methods',
    [...PAGING, 'type'],
    (call) => {
      call.context.get('customer', call.id);
      return asList(
        call,
        call.context.list('payment_method', call.params, { customer: call.id, kind: call.params.type }),
      );
    },
  ),

  operation(
    'GET /v1/customers/{customer}/payment_methods/{payment_method}',
    [],
    ({ context, ids: [customer = '', id = ''] }) => {
      context.get('customer', customer);
      const found = context.get('payment_method', id);
      if (found.customer !== customer) throw missing('payment_method', id, 'payment_method');
      return found;
    },
  ),

  operation<Stripe.PaymentMethodAttachParams>(
    'POST /v1/payment_methods/{payment_method}/attach',
    ['customer'],
    ({ context, id, params }) => {
      if (!params.customer) throw invalid('parameter_missing', 'Missing required param: customer.', 'customer');
      return attach(context, usablePaymentMethod(context, id), params.customer);
    },
  ),

  operation('POST /v1/payment_methods/{payment_method}/detach', [], ({ context, id }) => detach(context, id)),

  operation<Stripe.PaymentMethodUpdateParams>(
    'POST /v1/payment_methods/{payment_method}',
    ['metadata', 'allow_redisplay'],
    ({ context, id, params }) => {
      const before = context.get('payment_method', id);
      const { allow_redisplay = before.allow_redisplay } = params;
      const changed = context.change(before, {
        metadata: mergedMetadata(before.metadata, params.metadata),
        allow_redisplay,
      });
      context.tell('payment_method.updated', changed, before);
      return changed;
    },
  ),
];

/** The card that a parameter names: an existing one, or a new one for a well-known token like `pm_card_visa`. */
export function usablePaymentMethod(context: Context, idOrToken: string): Stripe.PaymentMethod {
  const card = cardByToken(idOrToken);
  return card ? newCard(context, card) : context.get('payment_method', idOrToken);
}

export function newCard(
  context: Context,
  card: TestCard,
  expiry: Expiry = { month: 12, year: 2034 },
): Stripe.PaymentMethod {
  const brand = brandOf(card.number);
  const checks = { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' };
  return context.insert(
    'payment_method',
    {
      id: newId('pm'),
      object: 'payment_method',
      allow_redisplay: 'unspecified',
      billing_details: {
        address: { city: null, country: null, line1: null, line2: null, postal_code: null, state: null },
        email: null,
        name: null,
        phone: null,
        tax_id: null,
      },
      card: {
        brand,
        checks,
        country: 'US',
        display_brand: brand,
        exp_month: expiry.month,
        exp_year: expiry.year,
        fingerprint: createHash('sha256').update(card.number).digest('hex').slice(0, 16),
        funding: 'credit',
        generated_from: null,
        last4: card.number.slice(-4),
        networks: { available: [brand], preferred: null },
        regulated_status: 'unregulated',
        three_d_secure_usage: { supported: true },
        wallet: null,
      },
      created: context.seconds,
      customer: null,
      customer_account: null,
      livemode: false,
      metadata: {},
      type: 'card',
    },
    { number: card.number, isSetUp: card.number === '4000003800000446', isSpent: false },
  );
}

export function cardOf(context: Context, paymentMethod: Stripe.PaymentMethod): TestCard & { isSetUp: boolean } {
  const hidden = context.hidden<CardHidden>(paymentMethod.id);
  const card = cardByNumber(hidden.number ?? '') ?? { number: hidden.number ?? '' };
  const { refusesCharge, ...rest } = card;
  const refusal = hidden.outcome === 'succeeds' ? undefined : (hidden.outcome ?? refusesCharge);
  return { ...rest, ...(refusal ? { refusesCharge: refusal } : {}), isSetUp: hidden.isSetUp ?? false };
}

/** Whether the card's bank wants its holder to confirm. */
export function wantsCardholder(card: TestCard & { isSetUp: boolean }): boolean {
  return card.authenticates === 'always' || (card.authenticates === 'until_set_up' && !card.isSetUp);
}

/** Throws what Stripe throws for a card that was taken off a customer, or belongs to another. */
export function attach(context: Context, paymentMethod: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  context.get('customer', customer);
  if (paymentMethod.customer === customer) return paymentMethod;
  if (paymentMethod.customer)
    throw invalid(
      'payment_method_unexpected_state',
      'The payment method you provided has already been attached to a customer.',
      'payment_method',
    );
  checkUnspent(context, paymentMethod);
  const refusal = cardOf(context, paymentMethod).refusesSetup;
  if (refusal) throw declinedSetup(refusal, { payment_method: paymentMethod });
  const attached = context.change(paymentMethod, { customer });
  context.tell('payment_method.attached', attached);
  return attached;
}

export function checkUnspent(context: Context, paymentMethod: Stripe.PaymentMethod): void {
  if (!context.hidden<CardHidden>(paymentMethod.id).isSpent) return;
  throw invalid(
    'payment_method_unexpected_state',
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    'payment_method',
  );
}

export function detach(context: Context, id: string): Stripe.PaymentMethod {
  const before = context.get('payment_method', id);
  if (!before.customer)
    throw invalid(
      'payment_method_not_attached',
      'The payment method you provided is not attached to a customer so detachment is impossible.',
      'payment_method',
    );
  const detached = context.change(before, { customer: null });
  context.hide<CardHidden>(id, { isSpent: true });
  context.tell('payment_method.detached', detached, { customer: before.customer });
  return detached;
}

function brandOf(number: string): string {
  if (number.startsWith('5')) return 'mastercard';
  return number.startsWith('3') ? 'amex' : 'visa';
}
