import type Stripe from 'stripe';

import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { detach } from './payment-methods.ts';

const FIELDS = ['email', 'name', 'description', 'phone', 'address', 'preferred_locales', 'metadata'] as const;

export const customerOperations = [
  operation<Stripe.CustomerCreateParams>('POST /v1/customers', FIELDS, ({ context, params }) =>
    createCustomer(context, params),
  ),

  operation(
    'GET /v1/customers/{customer}',
    [],
    ({ context, id }) => context.find('deleted_customer', id) ?? context.get('customer', id, 'id'),
  ),

  operation<Stripe.CustomerUpdateParams>(
    'POST /v1/customers/{customer}',
    [...FIELDS, 'invoice_settings.default_payment_method'],
    ({ context, id, params }) => updateCustomer(context, id, params),
  ),

  operation('DELETE /v1/customers/{customer}', [], ({ context, id }) => {
    const customer = context.get('customer', id, 'id');
    context.select('payment_method', { customer: id }).forEach((method) => detach(context, method.id));
    context.remove(id);
    context.tell('customer.deleted', customer);
    return context.insert('deleted_customer', { id, object: 'customer', deleted: true });
  }),

  operation<Stripe.CustomerListParams>('GET /v1/customers', [...PAGING, 'created', 'email'], (call) => {
    const { email } = call.params;
    return asList(call, call.context.list('customer', call.params, email === undefined ? {} : { email }));
  }),
];

function createCustomer(context: Context, params: Stripe.CustomerCreateParams): Stripe.Customer {
  const id = newId('cus', 14);
  const customer = context.insert('customer', {
    id,
    object: 'customer',
    address: address(params.address),
    balance: 0,
    created: context.seconds,
    currency: null,
    default_source: null,
    delinquent: false,
    description: params.description || null,
    email: params.email || null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: mergedMetadata({}, params.metadata),
    name: params.name || null,
    phone: params.phone || null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  });
  context.tell('customer.created', customer);
  return customer;
}

function updateCustomer(context: Context, id: string, params: Stripe.CustomerUpdateParams): Stripe.Customer {
  const before = context.get('customer', id, 'id');
  const preferred = params.invoice_settings?.default_payment_method;
  if (preferred) context.get('payment_method', preferred, 'invoice_settings[default_payment_method]');
  const customer = context.change(before, {
    metadata: mergedMetadata(before.metadata, params.metadata),
    ...(params.email === undefined ? {} : { email: params.email || null }),
    ...(params.name === undefined ? {} : { name: params.name || null }),
    ...(params.phone === undefined ? {} : { phone: params.phone || null }),
    ...(params.description === undefined ? {} : { description: params.description || null }),
    ...(params.address === undefined ? {} : { address: address(params.address) }),
    ...(params.preferred_locales === undefined ? {} : { preferred_locales: params.preferred_locales }),
    ...(preferred === undefined
      ? {}
      : { invoice_settings: { ...before.invoice_settings, default_payment_method: preferred || null } }),
  });
  context.tell('customer.updated', customer, before);
  return customer;
}

function address(given: Stripe.CustomerCreateParams['address']): Stripe.Address | null {
  if (!given) return null;
  const { city = null, country = null, line1 = null, line2 = null, postal_code = null, state = null } = given;
  return { city, country, line1, line2, postal_code, state };
}
