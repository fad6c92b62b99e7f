import type { Stripe } from 'stripe';

import type { Key, StripeCalls } from './stripe-calls.ts';
import { StripeUnclear } from './stripe-errors.ts';

export interface NewCustomer {
  readonly clientId: string;
  readonly name: string;
}

export interface NewCardSetup {
  readonly customerId: string;
  readonly setupId: string;
  readonly clientId: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

export interface Card {
  readonly paymentMethodId: string;
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
}

export function createCustomer(calls: StripeCalls, { clientId, name }: NewCustomer, key: Key): Promise<{ id: string }> {
  return calls.call('create a customer', async (stripe) => {
    const { id } = await stripe.customers.create({ name, metadata: { client_id: clientId } }, { ...key });
    return { id };
  });
}

/** Their cards go with them, their charges stay. One that is deleted already stays so. */
export function deleteCustomer(calls: StripeCalls, id: string, key: Key): Promise<void> {
  return calls.call('delete a customer', async (stripe) => {
    const customer = await stripe.customers.retrieve(id);
    if (customer.deleted !== true) await stripe.customers.del(id, {}, { ...key });
  });
}

export function createCardSetup(
  calls: StripeCalls,
  { customerId, setupId, clientId, successUrl, cancelUrl }: NewCardSetup,
  key: Key,
): Promise<{ id: string; url: string }> {
  return calls.call('open a page to save a card', async (stripe) => {
    const metadata = { setup_id: setupId, client_id: clientId };
    const { id, url } = await stripe.checkout.sessions.create(
      {
        mode: 'setup',
        customer: customerId,
        currency: 'usd',
        allowed_payment_method_types: ['card'],
        client_reference_id: setupId,
        metadata,
        setup_intent_data: { metadata },
        success_url: successUrl,
        cancel_url: cancelUrl,
      },
      { ...key },
    );
    if (url === null) throw new StripeUnclear('open a page to save a card', `session ${id} has no address`);
    return { id, url };
  });
}

export function readCardSetup(
  calls: StripeCalls,
  sessionId: string,
): Promise<{ complete: boolean; card: Card | null }> {
  return calls.call('read a card setup', async (stripe) => {
    const session = await stripe.checkout.sessions.retrieve(sessionId, { expand: ['setup_intent.payment_method'] });
    return { complete: session.status === 'complete', card: savedCard(session) };
  });
}

function savedCard({ setup_intent: intent }: Stripe.Checkout.Session): Card | null {
  if (intent === null || typeof intent === 'string' || intent.status !== 'succeeded') return null;
  const method = intent.payment_method;
  if (method === null || typeof method === 'string' || !method.card) return null;
  const { brand, last4, exp_month: expMonth, exp_year: expYear } = method.card;
  return { paymentMethodId: method.id, brand, last4, expMonth, expYear };
}
