import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import type { Context } from '../context.ts';
import { idOf } from '../kinds.ts';
import { authenticatePayment, confirmPayment } from './confirm-payment.ts';
import { type Expiry, newCard } from './payment-methods.ts';
import { authenticateSetup, confirmSetup } from './setup-intents.ts';
import { cardByNumber } from './test-cards.ts';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.SetupIntent | Stripe.PaymentIntent;

/**
 * What the hosted page does with the card number it was given. Answers the session; it is still open when the card's
 * bank wants the cardholder first. Throws 402 when the card is refused.
 */
export function payInCheckout(context: Context, id: string, cardNumber: string, expires?: Expiry): Session {
  const session = openSession(context, id);
  const card = cardByNumber(cardNumber);
  if (!card) throw invalid('incorrect_number', 'Your card number is not one of the test cards.', 'number');
  const method = newCard(context, card, expires && unexpired(context, expires)).id;
  const returnUrl = `${context.emulator.url}/checkout/${id}/return`;
  const intent = intentOf(context, session);
  const confirmed =
    intent.object === 'setup_intent'
      ? confirmSetup(context, intent, { paymentMethod: method, returnUrl })
      : confirmPayment(context, intent, { paymentMethod: method, returnUrl, isOffSession: false });
  return confirmed.status === 'succeeded' ? complete(context, session) : session;
}

/** The cardholder answered the bank, at the hosted page or wherever an intent asked for it. */
export function authenticate(context: Context, intentId: string, isAccepted: boolean): Intent {
  const setup = context.find('setup_intent', intentId);
  const intent = setup
    ? authenticateSetup(context, setup, isAccepted)
    : authenticatePayment(context, context.get('payment_intent', intentId), isAccepted);
  const [session] = [
    ...context.select('checkout.session', { setup_intent: intentId }),
    ...context.select('checkout.session', { payment_intent: intentId }),
  ];
  if (session?.status === 'open' && intent.status === 'succeeded') complete(context, session);
  return intent;
}

function openSession(context: Context, id: string): Session {
  const session = context.get('checkout.session', id, 'session');
  if (session.status !== 'open')
    throw invalid('checkout_session_not_open', `This Checkout Session is ${session.status}.`);
  return session;
}

export function intentOf(context: Context, session: Session): Intent {
  const setup = idOf(session.setup_intent);
  return setup ? context.get('setup_intent', setup) : context.get('payment_intent', idOf(session.payment_intent) ?? '');
}

function unexpired(context: Context, expires: Expiry): Expiry {
  if (new Date(Date.UTC(expires.year, expires.month)) > context.now) return expires;
  throw invalid('invalid_expiry_year', "Your card's expiration date is in the past.", 'expiry');
}

function complete(context: Context, session: Session): Session {
  context.emulator.due.drop('checkout.expires', session.id);
  const isPaid = session.mode === 'payment';
  const completed = context.change(session, {
    status: 'complete',
    url: null,
    payment_status: isPaid ? 'paid' : session.payment_status,
  });
  context.tell('checkout.session.completed', completed);
  return completed;
}
