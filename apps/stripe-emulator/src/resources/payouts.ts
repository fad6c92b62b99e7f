import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import { businessDaysAfter } from '../business-days.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { availableOf, post, requireAvailable } from './balance.ts';
import { schedulePayouts, settingsOf } from './balance-settings.ts';
import type { BankHidden } from './onboarding.ts';
import { standingOf } from './accounts.ts';

const HOUR_MS = 3_600_000;
const INSTANT_MS = 60_000;

/** What the test bank accounts do to a payout. */
const BANK_FAILURES: Readonly<Record<string, string>> = {
  '000111111116': 'no_account',
  '000111111113': 'account_closed',
  '000222222227': 'insufficient_funds',
  '000333333335': 'debit_not_authorized',
  '000444444440': 'invalid_currency',
};

interface PayoutHidden {
  willFail: string;
}

export const payoutOperations = [
  operation<Stripe.PayoutCreateParams>(
    'POST /v1/payouts',
    ['amount', 'currency', 'method', 'destination', 'description', 'metadata', 'statement_descriptor'],
    ({ context, params }) => createPayout(context, params),
  ),

  operation('GET /v1/payouts/{payout}', [], ({ context, id }) => context.get('payout', id)),

  operation<Stripe.PayoutListParams>(
    'GET /v1/payouts',
    [...PAGING, 'created', 'arrival_date', 'destination', 'status'],
    (call) => {
      const { destination, status } = call.params;
      return asList(call, call.context.list('payout', call.params, { destination, status }));
    },
  ),

  operation<Stripe.PayoutUpdateParams>('POST /v1/payouts/{payout}', ['metadata'], ({ context, id, params }) => {
    const before = context.get('payout', id);
    const changed = context.change(before, { metadata: mergedMetadata(before.metadata, params.metadata) });
    context.tell('payout.updated', changed, before);
    return changed;
  }),

  operation('POST /v1/payouts/{payout}/cancel', [], ({ context, id }) => {
    const before = context.get('payout', id);
    if (before.status !== 'pending')
      throw invalid('payout_not_cancelable', 'Only a pending payout can be canceled.', 'payout');
    return giveBack(context, before, 'canceled', 'payout_cancel');
  }),
];

/** The account's payout day: everything available goes to its bank, and the next payout day is set. */
export function runAutomaticPayout(platform: Context, account: string): void {
  const context = platform.on(account);
  schedulePayouts(context);
  const bank = bankOf(context);
  if (!bank || bank.status === 'errored' || (!context.isPlatform && standingOf(context, account) !== 'active')) return;
  const kept = settingsOf(context).payments.payouts?.minimum_balance_by_currency?.[bank.currency] ?? 0;
  const amount = availableOf(context, bank.currency) - kept;
  if (amount <= 0) return;
  const payout = send(context, { amount, currency: bank.currency, bank, automatic: true, method: 'standard' });
  // Everything that was available and not paid out yet, this payout included: together they sum to what was kept back.
  context.emulator.db.run(
    `update object set hidden = json_set(hidden, '$.paidOutBy', ?)
     where type = 'balance_transaction' and account = ? and currency = ? and available_on <= ? and paid_out_by is null`,
    payout.id, account, bank.currency, context.seconds,
  ); // prettier-ignore
}

/** The payout is on its way, and what it contains can be listed. */
export function payoutLeaves(platform: Context, subject: string): void {
  const { context, payout } = ofSubject(platform, subject);
  if (payout.status !== 'pending') return;
  const left = context.change(payout, {
    status: 'in_transit',
    reconciliation_status: payout.automatic ? 'completed' : 'not_applicable',
  });
  context.tell('payout.updated', left, { status: 'pending' });
  if (left.automatic) context.tell('payout.reconciliation_completed', left);
}

export function payoutArrives(platform: Context, subject: string): void {
  const { context, payout } = ofSubject(platform, subject);
  if (payout.status !== 'in_transit') return;
  const { willFail } = context.hidden<PayoutHidden>(payout.id);
  if (willFail) return void failPayout(context, payout.id, willFail);
  const paid = context.change(payout, {
    status: 'paid',
    trace_id: { status: 'supported', value: payout.id.slice(-12).toUpperCase() },
  });
  context.tell('payout.paid', paid);
}

/** The bank sent the money back, even if the payout was called paid. The bank account gets no more scheduled payouts. */
export function failPayout(context: Context, id: string, code = 'account_closed'): Stripe.Payout {
  const payout = context.get('payout', id);
  if (payout.status === 'failed' || payout.status === 'canceled')
    throw invalid('payout_unexpected_state', `The payout is ${payout.status}.`, 'payout');
  const bank = context.find('bank_account', idOf(payout.destination) ?? '');
  const failed = giveBack(
    context,
    { ...payout, failure_code: code, failure_message: `The bank refused: ${code}.` },
    'failed',
    'payout_failure',
  );
  if (bank)
    context.tell('account.external_account.updated', context.change(bank, { status: 'errored' }), {
      status: bank.status,
    });
  return failed;
}

/** Out of what is available, at the wish of the account's holder. */
export function createPayout(context: Context, params: Stripe.PayoutCreateParams): Stripe.Payout {
  const { amount, currency, method = 'standard' } = params;
  if (amount < 1)
    throw invalid('parameter_invalid_integer', 'This value must be greater than or equal to 1.', 'amount');
  const bank = params.destination ? context.get('bank_account', params.destination, 'destination') : bankOf(context);
  if (!bank)
    throw invalid(
      'no_external_account',
      `Sorry, you don't have any external accounts in that currency (${currency}).`,
      'destination',
    );
  if (method === 'instant' && !bank.available_payout_methods?.includes('instant')) {
    throw invalid('instant_payouts_unsupported', 'This bank account is not eligible for instant payouts.', 'method');
  }
  if (!context.isPlatform && standingOf(context, context.account) !== 'active')
    throw invalid('payouts_not_allowed', 'Payouts are not enabled for this account.');
  requireAvailable(context, amount, currency);
  const { description = null, statement_descriptor = null, metadata } = params;
  return send(context, {
    amount,
    currency,
    bank,
    automatic: false,
    method,
    description,
    statement_descriptor,
    metadata,
  });
}

interface Sending {
  readonly amount: number;
  readonly currency: string;
  readonly bank: Stripe.BankAccount;
  readonly automatic: boolean;
  readonly method: string;
  readonly description?: string | null;
  readonly statement_descriptor?: string | null;
  readonly metadata?: Stripe.MetadataParam | undefined;
}

function send(context: Context, sending: Sending): Stripe.Payout {
  const { amount, currency, bank, automatic, method } = sending;
  const id = newId('po');
  const isInstant = method === 'instant';
  const now = context.now.getTime();
  const leaves = new Date(isInstant ? now : now + HOUR_MS);
  const arrives = isInstant ? new Date(now + INSTANT_MS) : businessDaysAfter(context.now, 1);
  const transaction = post(context, {
    type: 'payout',
    amount: -amount,
    currency,
    source: id,
    description: 'STRIPE PAYOUT',
  });
  const willFail = BANK_FAILURES[context.hidden<BankHidden>(bank.id).number ?? ''];
  const payout = context.insert(
    'payout',
    {
      id,
      object: 'payout',
      amount,
      application_fee: null,
      application_fee_amount: null,
      arrival_date: Math.floor(arrives.getTime() / 1000),
      automatic,
      balance_transaction: transaction.id,
      created: context.seconds,
      currency,
      description: sending.description ?? (automatic ? 'STRIPE PAYOUT' : null),
      destination: bank.id,
      failure_balance_transaction: null,
      failure_code: null,
      failure_message: null,
      livemode: false,
      metadata: mergedMetadata({}, sending.metadata),
      method,
      original_payout: null,
      payout_method: null,
      reconciliation_status: automatic ? 'in_progress' : 'not_applicable',
      reversed_by: null,
      source_type: 'card',
      statement_descriptor: sending.statement_descriptor ?? null,
      status: 'pending',
      trace_id: null,
      type: 'bank_account',
    },
    willFail ? { willFail } : {},
  );
  context.tell('payout.created', payout);
  context.later(leaves, 'payout.leaves', `${context.account} ${id}`);
  context.later(
    arrives > leaves ? arrives : new Date(leaves.getTime() + HOUR_MS),
    'payout.arrives',
    `${context.account} ${id}`,
  );
  return payout;
}

function giveBack(
  context: Context,
  payout: Stripe.Payout,
  status: 'failed' | 'canceled',
  type: 'payout_failure' | 'payout_cancel',
): Stripe.Payout {
  const { amount, currency, id } = payout;
  const transaction = post(context, { type, amount, currency, source: id, description: 'STRIPE PAYOUT' });
  const changed = context.change(payout, { ...payout, status, failure_balance_transaction: transaction.id });
  context.tell(`payout.${status}`, changed);
  return changed;
}

/** Platforms are given a bank account of their own on first use. */
function bankOf(context: Context): Stripe.BankAccount | null {
  const banks = context.select('bank_account');
  const found = banks.find((bank) => bank.default_for_currency) ?? null;
  if (found || !context.isPlatform) return found;
  return context.insert(
    'bank_account',
    {
      id: newId('ba'),
      object: 'bank_account',
      account: context.account,
      account_holder_name: null,
      account_holder_type: 'company',
      account_type: null,
      available_payout_methods: ['standard'],
      bank_name: 'STRIPE TEST BANK',
      country: 'US',
      currency: 'usd',
      default_for_currency: true,
      fingerprint: null,
      last4: '6789',
      metadata: {},
      routing_number: '110000000',
      status: 'new',
    },
    { number: '000123456789' } satisfies BankHidden,
  );
}

function ofSubject(platform: Context, subject: string): { context: Context; payout: Stripe.Payout } {
  const [account = '', id = ''] = subject.split(' ');
  const context = platform.on(account);
  return { context, payout: context.get('payout', id) };
}
