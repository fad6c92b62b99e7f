import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { post } from './balance.ts';
import { settle } from './charges.ts';
import { cardOf } from './payment-methods.ts';

const FEE_CENTS = 1_500;
const ANSWER_WITHIN_SECONDS = 20 * 24 * 3600;
const DECIDED_AFTER_MS = 7 * 24 * 3_600_000;

const EVIDENCE_TEXTS = [
  'access_activity_log', 'billing_address', 'cancellation_policy_disclosure', 'cancellation_rebuttal', 'customer_email_address',
  'customer_name', 'customer_purchase_ip', 'duplicate_charge_explanation', 'duplicate_charge_id', 'product_description',
  'refund_policy_disclosure', 'refund_refusal_explanation', 'service_date', 'shipping_address', 'shipping_carrier', 'shipping_date',
  'shipping_tracking_number', 'uncategorized_text',
] as const; // prettier-ignore
const EVIDENCE_FILES = [
  'cancellation_policy', 'customer_communication', 'customer_signature', 'duplicate_charge_documentation', 'receipt',
  'refund_policy', 'service_documentation', 'shipping_documentation', 'uncategorized_file',
] as const; // prettier-ignore

export interface DisputeOptions {
  /** Cents; the whole charge when left out. May be less or more than the charge. */
  amount?: number;
  reason?: string;
  /** A question from the bank that moves no money. */
  inquiry?: boolean;
}

export const disputeOperations = [
  operation('GET /v1/disputes/{dispute}', [], ({ context, id }) => context.get('dispute', id)),

  operation<Stripe.DisputeListParams>(
    'GET /v1/disputes',
    [...PAGING, 'created', 'charge', 'payment_intent'],
    (call) => {
      const { charge, payment_intent } = call.params;
      return asList(call, call.context.list('dispute', call.params, { charge, payment_intent }));
    },
  ),

  operation<Stripe.DisputeUpdateParams>(
    'POST /v1/disputes/{dispute}',
    [...[...EVIDENCE_TEXTS, ...EVIDENCE_FILES].map((name) => `evidence.${name}`), 'metadata', 'submit'],
    ({ context, id, params }) => updateDispute(context, id, params),
  ),

  operation('POST /v1/disputes/{dispute}/close', [], ({ context, id }) => {
    const dispute = context.get('dispute', id);
    if (!dispute.status.endsWith('needs_response'))
      throw invalid('dispute_not_closable', 'This dispute is no longer open.');
    return decide(context, dispute, 'lost');
  }),
];

/** The cardholder's bank takes the money back, with a fee; an inquiry only asks. */
export function openDispute(context: Context, chargeId: string, options: DisputeOptions = {}): Stripe.Dispute {
  const charge = settle(context, chargeId);
  const isInquiry = options.inquiry ?? false;
  const dispute = context.insert('dispute', newDispute(context, charge, options));
  context.change(charge, { disputed: true });
  context.tell('charge.dispute.created', dispute);
  return isInquiry ? dispute : withdraw(context, dispute);
}

/** Called after a charge with one of the disputing test cards. */
export function openDisputeOfCard(platform: Context, chargeId: string): void {
  const charge = platform.get('charge', chargeId);
  const card = cardOf(platform, platform.get('payment_method', charge.payment_method ?? ''));
  openDispute(platform, chargeId, {
    reason: card.disputedAs ?? card.inquiredAs ?? 'general',
    inquiry: card.inquiredAs !== undefined,
  });
}

/** Called when the bank has looked at the evidence: its text decides, as with Stripe's test data. */
export function decideDispute(platform: Context, id: string): void {
  const dispute = platform.get('dispute', id);
  if (!dispute.status.endsWith('under_review')) return;
  const { uncategorized_text } = dispute.evidence;
  if (uncategorized_text === 'escalate_inquiry_evidence') escalate(platform, dispute);
  else decide(platform, dispute, uncategorized_text === 'winning_evidence' ? 'won' : 'lost');
}

/** `won` gives the amount back, even late, after it was lost; the fee comes back only when `returnsFee`. */
export function decide(
  context: Context,
  dispute: Stripe.Dispute,
  outcome: 'won' | 'lost',
  returnsFee = false,
): Stripe.Dispute {
  context.emulator.due.drop('dispute.is_decided', dispute.id);
  const isInquiry = dispute.status.startsWith('warning_');
  const status = isInquiry ? 'warning_closed' : outcome;
  const decided = context.change(dispute, { status });
  if (outcome === 'won' && !isInquiry) return reinstate(context, decided, returnsFee);
  context.tell('charge.dispute.closed', decided);
  return decided;
}

function withdraw(context: Context, dispute: Stripe.Dispute): Stripe.Dispute {
  const { amount, currency, id } = dispute;
  const transaction = post(context, {
    type: 'adjustment',
    amount: -amount,
    currency,
    fee: FEE_CENTS,
    source: id,
    description: 'Chargeback withdrawal',
  });
  const withdrawn = context.change(dispute, { balance_transactions: [...dispute.balance_transactions, transaction] });
  context.tell('charge.dispute.funds_withdrawn', withdrawn);
  return withdrawn;
}

function reinstate(context: Context, dispute: Stripe.Dispute, returnsFee: boolean): Stripe.Dispute {
  const { amount, currency, id } = dispute;
  const fee = returnsFee ? { fee: -FEE_CENTS } : {};
  const transaction = post(context, {
    type: 'adjustment',
    amount,
    currency,
    source: id,
    description: 'Chargeback reversal',
    ...fee,
  });
  const reinstated = context.change(dispute, { balance_transactions: [...dispute.balance_transactions, transaction] });
  context.tell('charge.dispute.funds_reinstated', reinstated);
  context.tell('charge.dispute.closed', reinstated);
  return reinstated;
}

function escalate(context: Context, inquiry: Stripe.Dispute): void {
  const dispute = context.change(inquiry, { status: 'needs_response', is_charge_refundable: false });
  context.tell('charge.dispute.updated', dispute, inquiry);
  withdraw(context, dispute);
}

function updateDispute(context: Context, id: string, params: Stripe.DisputeUpdateParams): Stripe.Dispute {
  const before = context.get('dispute', id);
  if (!before.status.endsWith('needs_response'))
    throw invalid('dispute_not_open', 'This dispute no longer takes evidence.');
  for (const name of EVIDENCE_FILES) {
    const file = params.evidence?.[name];
    if (file) context.get('file', file, `evidence[${name}]`);
  }
  const evidence = { ...before.evidence, ...(params.evidence as Partial<Stripe.Dispute.Evidence> | undefined) };
  const isSubmitted = params.submit ?? true;
  const hasEvidence = params.evidence !== undefined || before.evidence_details.has_evidence;
  const changed = context.change(before, {
    evidence,
    metadata: mergedMetadata(before.metadata, params.metadata),
    evidence_details: {
      ...before.evidence_details,
      has_evidence: hasEvidence,
      submission_count: before.evidence_details.submission_count + (isSubmitted ? 1 : 0),
      submission_method: isSubmitted ? 'manual' : before.evidence_details.submission_method,
    },
    status: isSubmitted
      ? before.status.startsWith('warning_')
        ? 'warning_under_review'
        : 'under_review'
      : before.status,
  });
  if (isSubmitted) context.later(new Date(context.now.getTime() + DECIDED_AFTER_MS), 'dispute.is_decided', id);
  context.tell('charge.dispute.updated', changed, before);
  return changed;
}

function newDispute(context: Context, charge: Stripe.Charge, options: DisputeOptions): Stripe.Dispute {
  const isInquiry = options.inquiry ?? false;
  const empty = Object.fromEntries([...EVIDENCE_TEXTS, ...EVIDENCE_FILES].map((name) => [name, null]));
  const brand = charge.payment_method_details?.card?.brand ?? 'visa';
  return {
    id: newId('du'),
    object: 'dispute',
    amount: options.amount ?? charge.amount,
    balance_transactions: [],
    charge: charge.id,
    created: context.seconds,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...empty, enhanced_evidence: {} } as unknown as Stripe.Dispute.Evidence,
    evidence_details: {
      due_by: context.seconds + ANSWER_WITHIN_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: isInquiry,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      card: { brand, case_type: isInquiry ? 'inquiry' : 'chargeback', network: brand, network_reason_code: '10.4' },
      type: 'card',
    },
    reason: options.reason ?? 'fraudulent',
    status: isInquiry ? 'warning_needs_response' : 'needs_response',
  };
}
