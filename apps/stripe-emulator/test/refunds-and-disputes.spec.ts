import { expect, test } from '@jest/globals';

import { balance, charge, localStripe, payee, refusal } from './local-stripe.ts';

const local = localStripe();
const DAY_MS = 86_400_000;

test('a charge is refunded in parts, its fee kept and its transfers untouched', async () => {
  const account = await payee(local);
  const paid = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 5_000,
    currency: 'usd',
    destination: account,
    source_transaction: paid.id,
  });
  await local.stripe.refunds.create({
    charge: paid.id,
    amount: 2_000,
    reason: 'requested_by_customer',
    metadata: { adjustment: '1' },
  });
  expect(await local.stripe.charges.retrieve(paid.id)).toMatchObject({ amount_refunded: 2_000, refunded: false });
  expect(await refusal(local.stripe.refunds.create({ charge: paid.id, amount: 8_001 }))).toMatchObject({
    param: 'amount',
  });
  await local.stripe.refunds.create({ payment_intent: paid.payment_intent as string });
  expect(await local.stripe.charges.retrieve(paid.id)).toMatchObject({ amount_refunded: 10_000, refunded: true });
  expect(await refusal(local.stripe.refunds.create({ charge: paid.id }))).toMatchObject({
    code: 'charge_already_refunded',
  });
  expect(await balance(local)).toEqual({ available: 0, pending: 9_680 - 5_000 - 10_000 });
  expect(await balance(local, account)).toEqual({ available: 0, pending: 5_000 });
});

test('a refund waits when the balance does not suffice, and goes out when it does', async () => {
  const account = await payee(local);
  const paid = await charge(local, 10_000);
  await local.stripe.transfers.create({
    amount: 9_000,
    currency: 'usd',
    destination: account,
    source_transaction: paid.id,
  });
  await passes(4 * DAY_MS);
  const refund = await local.stripe.refunds.create({ charge: paid.id, amount: 5_000 });
  expect(refund).toMatchObject({ status: 'pending', pending_reason: 'insufficient_funds', balance_transaction: null });
  await local.stripe.topups.create({ amount: 20_000, currency: 'usd' });
  await passes(5 * DAY_MS);
  expect(await local.stripe.refunds.retrieve(refund.id, { expand: ['balance_transaction'] })).toMatchObject({
    status: 'succeeded',
    balance_transaction: { net: -5_000 },
  });
});

test('a refund that is pending at first succeeds the next day', async () => {
  const paid = await charge(local, 10_000, '4000000000007726');
  const refund = await local.stripe.refunds.create({ charge: paid.id });
  expect(refund.status).toBe('pending');
  await passes(DAY_MS);
  expect((await local.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
});

test('a refund that succeeded may still fail, and the money comes back', async () => {
  const paid = await charge(local, 10_000, '4000000000005126');
  const refund = await local.stripe.refunds.create({ charge: paid.id });
  expect(refund.status).toBe('succeeded');
  const before = await balance(local);
  await passes(DAY_MS);
  expect(await local.stripe.refunds.retrieve(refund.id, { expand: ['failure_balance_transaction'] })).toMatchObject({
    status: 'failed',
    failure_balance_transaction: { type: 'refund_failure', net: 10_000 },
  });
  const after = await balance(local);
  expect(after.available + after.pending - before.available - before.pending).toBe(10_000);
  await local.control.drain();
  expect(local.hooks.heard.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['refund.created', 'charge.refunded', 'refund.failed', 'refund.updated']),
  );
});

test('a chargeback takes the amount and a fee at once, and a win brings the amount back', async () => {
  const paid = await charge(local, 10_000);
  const { id } = await local.control.dispute(paid.id, { reason: 'product_not_received' });
  expect(await local.stripe.disputes.retrieve(id)).toMatchObject({
    status: 'needs_response',
    reason: 'product_not_received',
    balance_transactions: [
      { type: 'adjustment', amount: -10_000, fee: 1_500, net: -11_500, reporting_category: 'dispute' },
    ],
  });
  expect(await refusal(local.stripe.refunds.create({ charge: paid.id }))).toMatchObject({ code: 'charge_disputed' });
  await local.control.winDispute(id);
  expect(await local.stripe.disputes.retrieve(id)).toMatchObject({
    status: 'won',
    balance_transactions: [{ net: -11_500 }, { net: 10_000, reporting_category: 'dispute_reversal' }],
  });
  await local.control.drain();
  const told = local.hooks.heard.map(({ type }) => type).filter((type) => type.startsWith('charge.dispute'));
  expect(told.sort()).toEqual([
    'charge.dispute.closed',
    'charge.dispute.created',
    'charge.dispute.funds_reinstated',
    'charge.dispute.funds_withdrawn',
  ]);
});

test.each([
  ['winning_evidence', 'won'],
  ['losing_evidence', 'lost'],
])('%s submitted is %s', async (uncategorized_text, outcome) => {
  const paid = await charge(local, 10_000, '4000000000000259');
  await passes(DAY_MS);
  const [dispute] = (await local.stripe.disputes.list({ charge: paid.id })).data;
  const file = await local.stripe.files.create({
    purpose: 'dispute_evidence',
    file: { data: Buffer.from('%PDF-1.7'), name: 'log.pdf', type: 'application/pdf' },
  });
  expect(file).toMatchObject({ filename: 'log.pdf', size: 8, purpose: 'dispute_evidence' });
  const answered = await local.stripe.disputes.update(dispute?.id ?? '', {
    evidence: { uncategorized_text, uncategorized_file: file.id },
    submit: true,
  });
  expect(answered).toMatchObject({
    status: 'under_review',
    evidence_details: { has_evidence: true, submission_count: 1 },
  });
  await passes(8 * DAY_MS);
  expect((await local.stripe.disputes.retrieve(answered.id)).status).toBe(outcome);
});

test('a lost dispute may be won late, and a dispute may be accepted', async () => {
  const paid = await charge(local, 10_000);
  const { id } = await local.control.dispute(paid.id, { amount: 4_000 });
  expect((await local.stripe.disputes.close(id)).status).toBe('lost');
  await local.control.winDispute(id, { returnsFee: true });
  const { balance_transactions } = await local.stripe.disputes.retrieve(id);
  expect(balance_transactions.map(({ net }) => net)).toEqual([-5_500, 5_500]);
});

test('an inquiry moves no money', async () => {
  const paid = await charge(local, 10_000, '4000000000001976');
  await passes(DAY_MS);
  const [inquiry] = (await local.stripe.disputes.list({ charge: paid.id })).data;
  expect(inquiry).toMatchObject({
    status: 'warning_needs_response',
    balance_transactions: [],
    is_charge_refundable: true,
  });
  expect(await balance(local)).toEqual({ available: 0, pending: 9_680 });
});

async function passes(ms: number): Promise<void> {
  const { now } = await local.control.clock();
  await local.control.advanceTo(new Date(now.getTime() + ms));
}
