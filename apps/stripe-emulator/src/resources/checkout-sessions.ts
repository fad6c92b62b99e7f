import type Stripe from 'stripe';

import { invalid, invalidParameter, unimplemented } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { refuseOtherMethods } from './card-only.ts';
import { createPaymentIntent } from './payment-intents.ts';
import { createSetupIntent } from './setup-intents.ts';

type Params = Stripe.Checkout.SessionCreateParams;
type Session = Stripe.Checkout.Session;

const LIVES_SECONDS = 24 * 3600;

const ACCEPTED = [
  'mode', 'customer', 'currency', 'allowed_payment_method_types', 'success_url', 'cancel_url', 'client_reference_id', 'metadata',
  'expires_at', 'ui_mode', 'line_items.price_data.currency', 'line_items.price_data.unit_amount',
  'line_items.price_data.product_data.name', 'line_items.price_data.product_data.description', 'line_items.quantity',
  'setup_intent_data.metadata', 'setup_intent_data.description', 'payment_intent_data.metadata', 'payment_intent_data.description',
  'payment_intent_data.transfer_group', 'payment_intent_data.setup_future_usage', 'payment_intent_data.statement_descriptor_suffix',
] as const; // prettier-ignore

export interface SessionHidden {
  /** What the page shows to be bought. */
  items: { name: string; cents: number; quantity: number }[];
}

export const checkoutOperations = [
  operation<Params>('POST /v1/checkout/sessions', ACCEPTED, ({ context, params }) => createSession(context, params)),

  operation('GET /v1/checkout/sessions/{session}', [], ({ context, id }) =>
    context.get('checkout.session', id, 'session'),
  ),

  operation<Stripe.Checkout.SessionListParams>(
    'GET /v1/checkout/sessions',
    [...PAGING, 'created', 'customer', 'payment_intent', 'status'],
    (call) => {
      const { customer, payment_intent, status } = call.params;
      return asList(call, call.context.list('checkout.session', call.params, { customer, payment_intent, status }));
    },
  ),

  operation('POST /v1/checkout/sessions/{session}/expire', [], ({ context, id }) => {
    const session = context.get('checkout.session', id, 'session');
    if (session.status !== 'open')
      throw invalid(
        'resource_already_exists',
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
      );
    return expire(context, session);
  }),
];

/** Called when a session's time is over. */
export function expireCheckout(platform: Context, id: string): void {
  const session = platform.find('checkout.session', id);
  if (session?.status === 'open') expire(platform, session);
}

function expire(context: Context, session: Session): Session {
  context.emulator.due.drop('checkout.expires', session.id);
  const expired = context.change(session, { status: 'expired', url: null });
  context.tell('checkout.session.expired', expired);
  return expired;
}

function createSession(context: Context, params: Params): Session {
  check(params);
  const id = newId('cs_test', 58);
  const items = itemsOf(params);
  const total = items.reduce((sum, item) => sum + item.cents * item.quantity, 0);
  const currency = params.currency ?? params.line_items?.[0]?.price_data?.currency ?? null;
  const isSetup = params.mode === 'setup';
  const customer = params.customer ? context.get('customer', params.customer, 'customer') : null;
  const expiresAt = params.expires_at ?? context.seconds + LIVES_SECONDS;
  const session = newSession(context, params, {
    id,
    amount_subtotal: isSetup ? null : total,
    amount_total: isSetup ? null : total,
    currency,
    customer: customer?.id ?? null,
    customer_details: customer ? detailsOf(customer) : null,
    expires_at: expiresAt,
    payment_intent: isSetup ? null : paymentFor(context, params, total, currency ?? 'usd'),
    payment_status: isSetup ? 'no_payment_required' : 'unpaid',
    setup_intent: isSetup ? setupFor(context, params) : null,
    total_details: isSetup ? null : { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: `${context.emulator.url}/checkout/${id}`,
  });
  context.insert('checkout.session', session, { items } satisfies SessionHidden);
  context.later(new Date(expiresAt * 1000), 'checkout.expires', id);
  return session;
}

function check(params: Params): void {
  refuseOtherMethods(params.allowed_payment_method_types);
  if (params.mode !== 'setup' && params.mode !== 'payment')
    throw unimplemented(`checkout sessions in mode ${params.mode ?? 'none'}`);
  if (params.ui_mode && params.ui_mode !== 'hosted_page') throw unimplemented(`ui_mode ${params.ui_mode}`);
  if (!params.success_url) throw invalid('parameter_missing', 'Missing required param: success_url.', 'success_url');
  if (params.mode === 'setup' && params.line_items)
    throw invalidParameter('line_items', 'You can not pass line_items in setup mode.');
  if (params.mode === 'setup' && !params.currency)
    throw invalid('parameter_missing', 'currency is required in setup mode.', 'currency');
  if (params.mode === 'payment' && !params.line_items?.length)
    throw invalid('parameter_missing', 'line_items is required in payment mode.', 'line_items');
}

function itemsOf(params: Params): SessionHidden['items'] {
  return (params.line_items ?? []).map((item) => ({
    name: item.price_data?.product_data?.name ?? 'Item',
    cents: item.price_data?.unit_amount ?? 0,
    quantity: item.quantity ?? 1,
  }));
}

function setupFor(context: Context, params: Params): string {
  const { metadata, description } = params.setup_intent_data ?? {};
  return createSetupIntent(context, {
    usage: 'off_session',
    allowed_payment_method_types: ['card'],
    ...(params.customer ? { customer: params.customer } : {}),
    ...(metadata ? { metadata } : {}),
    ...(description ? { description } : {}),
  }).id;
}

function paymentFor(context: Context, params: Params, amount: number, currency: string): string {
  return createPaymentIntent(context, {
    amount,
    currency,
    allowed_payment_method_types: ['card'],
    ...(params.customer ? { customer: params.customer } : {}),
    ...params.payment_intent_data,
  }).id;
}

function detailsOf({ email, name, phone }: Stripe.Customer): Stripe.Checkout.Session.CustomerDetails {
  return {
    address: null,
    business_name: null,
    email,
    individual_name: null,
    name: name ?? null,
    phone: phone ?? null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

type Told = Pick<
  Session,
  | 'id' | 'amount_subtotal' | 'amount_total' | 'currency' | 'customer' | 'customer_details' | 'expires_at' | 'payment_intent'
  | 'payment_status' | 'setup_intent' | 'total_details' | 'url'
>; // prettier-ignore

function newSession(context: Context, params: Params, told: Told): Session {
  return {
    ...told,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: context.seconds,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer_account: null,
    customer_creation: null,
    customer_email: null,
    discounts: null,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: null,
    managed_payments: null,
    metadata: mergedMetadata({}, params.metadata),
    mode: params.mode ?? 'setup',
    origin_context: null,
    payment_link: null,
    payment_method_collection: 'always',
    payment_method_configuration_details: null,
    payment_method_options: { card: { request_three_d_secure: 'automatic' } },
    payment_method_types: ['card'],
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: null,
    subscription: null,
    success_url: params.success_url ?? null,
    ui_mode: 'hosted_page',
    wallet_options: null,
  };
}
