import { Money } from '@app/kernel';
import { Stripe } from 'stripe';

import type { Key, StripeCalls } from './stripe-calls.ts';
import { StripeUnclear } from './stripe-errors.ts';

export interface NewPaymentIntent {
  readonly amount: Money;
  readonly customerId: string;
  readonly paymentMethodId: string;
  readonly invoiceId: string;
  readonly transferGroup: string;
}

export interface Declined {
  readonly kind: 'declined';
  readonly code: string;
  /** The bank's reason, such as `insufficient_funds`. */
  readonly declineCode: string | null;
  /** `try_again_later`, `do_not_try_again`, `confirm_card_data` or nothing. */
  readonly advice: string | null;
  /** The failed charge: one for each try that the bank answered. */
  readonly chargeId: string | null;
  readonly message: string;
}

/** The bank asks its cardholder, on this page. */
export interface Authentication {
  readonly kind: 'authentication';
  readonly url: string;
}

/** The code of a payment that nothing can pay any more. */
export const PAYMENT_CANCELED = 'payment_canceled';

export type PaymentOutcome =
  | { readonly kind: 'succeeded'; readonly chargeId: string }
  | Declined
  | { readonly kind: 'processing' }
  | Authentication;

export interface ReadPayment {
  /** Of ours, when it was made for one. */
  readonly invoiceId: string | null;
  readonly amount: Money;
  readonly outcome: PaymentOutcome | { readonly kind: 'untried' };
}

export interface Confirmation {
  readonly paymentMethodId: string;
  /** Where the bank sends the client back to: given when the client is there to answer it. */
  readonly returnUrl: string | null;
}

/** One an invoice, for its life: a second success is impossible. Not confirmed here, so that its id is stored first. */
export function createPaymentIntent(
  calls: StripeCalls,
  { amount, customerId, paymentMethodId, invoiceId, transferGroup }: NewPaymentIntent,
  key: Key,
): Promise<{ id: string }> {
  return calls.call('create a payment', async (stripe) => {
    const { id } = await stripe.paymentIntents.create(
      {
        amount: amount.cents,
        currency: amount.currency,
        customer: customerId,
        payment_method: paymentMethodId,
        allowed_payment_method_types: ['card'],
        transfer_group: transferGroup,
        metadata: { invoice_id: invoiceId },
      },
      { ...key },
    );
    return { id };
  });
}

/** Less is owed than when it was made. Refused while it is being confirmed. */
export function updatePaymentIntent(calls: StripeCalls, id: string, amount: Money, key: Key): Promise<void> {
  return calls.call('change a payment', async (stripe) => {
    await stripe.paymentIntents.update(id, { amount: amount.cents }, { ...key });
  });
}

/** Charges the saved card. A decline is an outcome; no clear answer throws `StripeUnclear`. */
export function confirmPaymentIntent(
  calls: StripeCalls,
  id: string,
  { paymentMethodId, returnUrl }: Confirmation,
  key: Key,
): Promise<PaymentOutcome> {
  return calls.call('charge a card', async (stripe) => {
    try {
      const intent = await stripe.paymentIntents.confirm(
        id,
        {
          ...(returnUrl === null ? { off_session: true } : { return_url: returnUrl }),
          payment_method: paymentMethodId,
          expand: ['latest_charge'],
        },
        { ...key },
      );
      const outcome = outcomeOf(intent);
      if (outcome.kind === 'untried') throw new StripeUnclear('charge a card', `payment is ${intent.status}`);
      return outcome;
    } catch (error) {
      if (error instanceof Stripe.errors.StripeCardError) return declined(error);
      throw error;
    }
  });
}

/** Nothing is to be paid any more. False: too late, it was paid. One that is cancelled already stays so. */
export function cancelPaymentIntent(calls: StripeCalls, id: string, key: Key): Promise<boolean> {
  return calls.call('cancel a payment', async (stripe) => {
    const { status } = await stripe.paymentIntents.retrieve(id);
    if (status === 'succeeded') return false;
    if (status !== 'canceled') await stripe.paymentIntents.cancel(id, {}, { ...key });
    return true;
  });
}

export function readPaymentIntent(
  calls: StripeCalls,
  id: string,
): Promise<PaymentOutcome | { readonly kind: 'untried' }> {
  return calls.call('read a payment', async (stripe) =>
    outcomeOf(await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })),
  );
}

/** Any payment, of ours or not: what it is for, and how it stands. */
export function readPayment(calls: StripeCalls, id: string): Promise<ReadPayment> {
  return calls.call('read a payment', async (stripe) => {
    const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
    return {
      invoiceId: intent.metadata.invoice_id ?? null,
      amount: Money.usd(intent.amount),
      outcome: outcomeOf(intent),
    };
  });
}

function outcomeOf(intent: Stripe.PaymentIntent): PaymentOutcome | { kind: 'untried' } {
  const { status, latest_charge: charge, last_payment_error: error } = intent;
  if (status === 'succeeded' && charge !== null)
    return { kind: 'succeeded', chargeId: typeof charge === 'string' ? charge : charge.id };
  if (status === 'processing') return { kind: 'processing' };
  const page = intent.next_action?.redirect_to_url?.url;
  if (status === 'requires_action' && page) return { kind: 'authentication', url: page };
  if (status === 'requires_action')
    return declined({ code: 'authentication_required', message: 'The bank wants the card holder to confirm.' });
  if (status === 'canceled') return declined({ code: PAYMENT_CANCELED, message: 'The payment was cancelled.' });
  return error === null ? { kind: 'untried' } : declined(error);
}

interface PaymentError {
  readonly code?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly charge?: string;
  readonly message?: string;
}

function declined(error: PaymentError): Declined {
  return {
    kind: 'declined',
    code: error.code ?? 'card_declined',
    declineCode: error.decline_code ?? null,
    advice: error.advice_code ?? null,
    chargeId: error.charge ?? null,
    message: error.message ?? 'The card was declined.',
  };
}
