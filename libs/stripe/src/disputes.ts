import { Money } from '@app/kernel';
import type { Stripe } from 'stripe';

import type { Key, StripeCalls } from './stripe-calls.ts';

/** A charge that the card's bank takes back, or asks about, as Stripe has it now. */
export interface DisputeAtStripe {
  readonly id: string;
  readonly chargeId: string;
  readonly amount: Money;
  /** Stripe's word: `fraudulent`, `product_not_received` ... */
  readonly reason: string;
  /** Stripe's word: `needs_response`, `won`, `warning_closed` ... */
  readonly status: string;
  readonly openedAt: Date;
  /** Until when evidence is taken. */
  readonly dueBy: Date | null;
  /** How often evidence was handed in. */
  readonly submissions: number;
  /** Taken and not given back so far, fees aside. */
  readonly out: Money;
  readonly transactionIds: readonly string[];
}

/** Texts by Stripe's names of them. */
export interface DisputeEvidence {
  readonly texts: Readonly<Partial<Record<EvidenceText, string>>>;
  /** A file of Stripe's, which shows that the service was given. */
  readonly serviceFileId: string | null;
}

export type EvidenceText =
  | 'customer_email_address'
  | 'customer_name'
  | 'product_description'
  | 'refund_policy_disclosure'
  | 'refund_refusal_explanation'
  | 'service_date'
  | 'uncategorized_text';

const PAGE = 100;

export function readDispute(calls: StripeCalls, id: string): Promise<DisputeAtStripe> {
  return calls.call('read a dispute', async (stripe) => disputeOf(await stripe.disputes.retrieve(id)));
}

/** All that were opened since then, the newest first. */
export function listDisputes(calls: StripeCalls, { since }: { readonly since: Date }): Promise<DisputeAtStripe[]> {
  return calls.call('list disputes', async (stripe) => {
    const filter = { created: { gte: Math.floor(since.getTime() / 1000) }, limit: PAGE };
    const disputes: DisputeAtStripe[] = [];
    for await (const dispute of stripe.disputes.list(filter)) disputes.push(disputeOf(dispute));
    return disputes;
  });
}

/** A PDF that a bank will read. */
export function uploadEvidence(
  calls: StripeCalls,
  { name, bytes }: { readonly name: string; readonly bytes: Buffer },
  key: Key,
): Promise<{ id: string }> {
  return calls.call('upload evidence', async (stripe) => {
    const file = { data: bytes, name, type: 'application/pdf' };
    const { id } = await stripe.files.create({ purpose: 'dispute_evidence', file }, { ...key });
    return { id };
  });
}

/** Hands the evidence in: the bank decides on it, and nothing can be added. */
export function submitEvidence(
  calls: StripeCalls,
  id: string,
  { texts, serviceFileId }: DisputeEvidence,
  key: Key,
): Promise<void> {
  return calls.call('submit evidence', async (stripe) => {
    const evidence = { ...texts, ...(serviceFileId === null ? {} : { service_documentation: serviceFileId }) };
    await stripe.disputes.update(id, { evidence, submit: true }, { ...key });
  });
}

/** Gives in: it is lost. */
export function acceptDispute(calls: StripeCalls, id: string, key: Key): Promise<void> {
  return calls.call('accept a dispute', async (stripe) => {
    await stripe.disputes.close(id, {}, { ...key });
  });
}

function disputeOf(dispute: Stripe.Dispute): DisputeAtStripe {
  const { id, charge, amount, reason, status, created, evidence_details: details } = dispute;
  const transactions = dispute.balance_transactions;
  return {
    ...{ id, reason, status },
    chargeId: typeof charge === 'string' ? charge : charge.id,
    amount: Money.usd(amount),
    openedAt: new Date(created * 1000),
    dueBy: details.due_by === null ? null : new Date(details.due_by * 1000),
    submissions: details.submission_count,
    out: Money.usd(0).minus(Money.sum(transactions.map((each) => Money.usd(each.amount)))),
    transactionIds: transactions.map((each) => each.id),
  };
}
