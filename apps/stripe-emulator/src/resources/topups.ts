import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import { businessDaysAfter } from '../business-days.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { post } from './balance.ts';

export const topupOperations = [
  operation<Stripe.TopupCreateParams>(
    'POST /v1/topups',
    ['amount', 'currency', 'description', 'metadata', 'statement_descriptor', 'transfer_group'],
    ({ context, params }) => createTopup(context, params),
  ),
  operation('GET /v1/topups/{topup}', [], ({ context, id }) => context.get('topup', id)),
  operation<Stripe.TopupListParams>('GET /v1/topups', [...PAGING, 'created', 'status'], (call) =>
    asList(call, call.context.list('topup', call.params, { status: call.params.status })),
  ),
];

export function createTopup(context: Context, params: Stripe.TopupCreateParams): Stripe.Topup {
  if (params.amount < 1)
    throw invalid('parameter_invalid_integer', 'This value must be greater than or equal to 1.', 'amount');
  const arrives = businessDaysAfter(context.now, 1);
  const topup = context.insert('topup', {
    id: newId('tu'),
    object: 'topup',
    amount: params.amount,
    balance_transaction: null,
    created: context.seconds,
    currency: params.currency,
    description: params.description ?? null,
    expected_availability_date: Math.floor(arrives.getTime() / 1000),
    failure_code: null,
    failure_message: null,
    initiated_by: 'user',
    livemode: false,
    metadata: mergedMetadata({}, params.metadata),
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    status: 'pending',
    transfer_group: params.transfer_group ?? null,
  });
  context.tell('topup.created', topup);
  context.later(arrives, 'topup.succeeds', topup.id);
  return topup;
}

/** The bank's money has come. */
export function topupSucceeds(platform: Context, id: string): void {
  const before = platform.get('topup', id);
  const { amount, currency, description } = before;
  const transaction = post(platform, { type: 'topup', amount, currency, source: id, description });
  platform.tell(
    'topup.succeeded',
    platform.change(before, { status: 'succeeded', balance_transaction: transaction.id }),
  );
}
