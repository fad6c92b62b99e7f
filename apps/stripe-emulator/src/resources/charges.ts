import type Stripe from 'stripe';

import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import { businessDaysAfter } from '../business-days.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { post } from './balance.ts';
import { cardOf } from './payment-methods.ts';
import type { Decline } from './test-cards.ts';

const SETTLES_AFTER_MS = 2_000;
const DISPUTED_AFTER_MS = 60_000;
const AVAILABLE_AFTER_BUSINESS_DAYS = 2;

interface ChargeHidden {
  fundsAtOnce: boolean;
}

export const chargeOperations = [
  operation('GET /v1/charges/{charge}', [], ({ context, id }) => context.get('charge', id)),

  operation<Stripe.ChargeListParams>(
    'GET /v1/charges',
    [...PAGING, 'created', 'customer', 'payment_intent', 'transfer_group'],
    (call) => {
      const { customer, payment_intent, transfer_group } = call.params;
      return asList(call, call.context.list('charge', call.params, { customer, payment_intent, transfer_group }));
    },
  ),

  operation<Stripe.ChargeUpdateParams>(
    'POST /v1/charges/{charge}',
    ['description', 'metadata'],
    ({ context, id, params }) => {
      const before = context.get('charge', id);
      const { description = before.description } = params;
      const changed = context.change(before, {
        description,
        metadata: mergedMetadata(before.metadata, params.metadata),
      });
      context.tell('charge.updated', changed, before);
      return changed;
    },
  ),
];

/** A card was charged, or refused to be: `decline` says which. The balance follows when the charge settles. */
export function chargeCard(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
): Stripe.Charge {
  const card = cardOf(context, method);
  const charge = context.insert<'charge'>('charge', newCharge(context, intent, method, decline), {
    fundsAtOnce: card.fundsAtOnce,
  });
  if (decline) {
    context.tell('charge.failed', charge);
    return charge;
  }
  if (intent.capture_method === 'automatic') settle(context, charge.id, false);
  else context.later(new Date(context.now.getTime() + SETTLES_AFTER_MS), 'charge.settles', charge.id);
  if (card.disputedAs || card.inquiredAs) {
    context.later(new Date(context.now.getTime() + DISPUTED_AFTER_MS), 'dispute.opens', charge.id);
  }
  const charged = context.get('charge', charge.id);
  context.tell('charge.succeeded', charged);
  return charged;
}

/** The charge's money arrives in the balance, less the fee, and `charge.updated` says so. Does nothing a second time. */
export function settle(context: Context, id: string, isTold = true): Stripe.Charge {
  const charge = context.get('charge', id);
  if (charge.balance_transaction) return charge;
  const { fundsAtOnce } = context.hidden<ChargeHidden>(id);
  const availableOn = fundsAtOnce
    ? context.now
    : businessDaysAfter(new Date(charge.created * 1000), AVAILABLE_AFTER_BUSINESS_DAYS);
  const transaction = post(context, {
    type: 'charge',
    amount: charge.amount,
    currency: charge.currency,
    fee: processingFee(charge.amount),
    source: id,
    description: charge.description,
    availableOn: Math.floor(availableOn.getTime() / 1000),
  });
  context.emulator.due.drop('charge.settles', id);
  const settled = context.change(charge, { balance_transaction: transaction.id });
  if (isTold) context.tell('charge.updated', settled, { balance_transaction: null });
  return settled;
}

/** 2.9 % and 30 cents, half a cent rounding up. */
function processingFee(cents: number): number {
  return Math.floor((cents * 29 + 500) / 1000) + 30;
}

function newCharge(
  context: Context,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline | null,
): Stripe.Charge {
  return {
    id: newId('ch'),
    object: 'charge',
    amount: intent.amount,
    amount_captured: decline ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: 'LOCAL STRIPE',
    captured: !decline,
    created: context.seconds,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: decline?.code ?? null,
    failure_message: decline?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(decline),
    paid: !decline,
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: { type: 'card', card: cardDetails(intent, method) },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: decline ? 'failed' : 'succeeded',
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

function outcomeOf(decline: Decline | null): Stripe.Charge.Outcome {
  const isBlocked = decline?.decline_code === 'fraudulent';
  const base = {
    network_advice_code: null,
    network_decline_code: null,
    risk_level: isBlocked ? 'highest' : 'normal',
    risk_score: isBlocked ? 90 : 12,
  };
  if (!decline) {
    return {
      ...base,
      advice_code: null,
      network_status: 'approved_by_network',
      reason: null,
      seller_message: 'Payment complete.',
      type: 'authorized',
    };
  }
  return {
    ...base,
    advice_code: decline.advice_code,
    network_status: isBlocked ? 'not_sent_to_network' : 'declined_by_network',
    reason: isBlocked ? 'highest_risk_level' : decline.decline_code,
    seller_message: `The bank returned the decline code \`${decline.decline_code}\`.`,
    type: isBlocked ? 'blocked' : 'issuer_declined',
  };
}

function cardDetails(
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
): Stripe.Charge.PaymentMethodDetails.Card {
  const card = method.card;
  const stored = intent.payment_method_options?.card?.stored_credential_usage;
  return {
    amount_authorized: intent.amount,
    authorization_code: null,
    brand: card?.brand ?? null,
    checks: card?.checks ?? null,
    country: card?.country ?? null,
    electronic_commerce_indicator: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    installments: null,
    last4: card?.last4 ?? null,
    mandate: null,
    network: card?.brand ?? null,
    network_token: { used: false },
    network_transaction_id: null,
    regulated_status: 'unregulated',
    ...(stored ? { stored_credential_usage: stored } : {}),
    three_d_secure: null,
    transaction_link_id: null,
    wallet: null,
  };
}
