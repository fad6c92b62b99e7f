import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { standingOf } from './accounts.ts';
import { post, requireAvailable } from './balance.ts';
import { settle } from './charges.ts';
import { destinationPayment } from './destination-payments.ts';

export const transferOperations = [
  operation<Stripe.TransferCreateParams>(
    'POST /v1/transfers',
    ['amount', 'currency', 'destination', 'source_transaction', 'transfer_group', 'description', 'metadata'],
    ({ context, params }) => createTransfer(context, params),
  ),

  operation('GET /v1/transfers/{transfer}', [], ({ context, id }) => context.get('transfer', id)),

  operation<Stripe.TransferListParams>(
    'GET /v1/transfers',
    [...PAGING, 'created', 'destination', 'transfer_group'],
    (call) => {
      const { destination, transfer_group } = call.params;
      return asList(call, call.context.list('transfer', call.params, { destination, transfer_group }));
    },
  ),

  operation<Stripe.TransferUpdateParams>(
    'POST /v1/transfers/{transfer}',
    ['description', 'metadata'],
    ({ context, id, params }) => {
      const before = context.get('transfer', id);
      const { description = before.description } = params;
      const changed = context.change(before, {
        description,
        metadata: mergedMetadata(before.metadata, params.metadata),
      });
      context.tell('transfer.updated', changed, before);
      return changed;
    },
  ),
];

function createTransfer(context: Context, params: Stripe.TransferCreateParams): Stripe.Transfer {
  const { amount, currency, destination } = params;
  if (amount === undefined) throw invalid('parameter_missing', 'Missing required param: amount.', 'amount');
  if (amount < 1)
    throw invalid('parameter_invalid_integer', 'This value must be greater than or equal to 1.', 'amount');
  checkDestination(context, destination);
  const source = params.source_transaction ? sourceOf(context, params.source_transaction, amount, currency) : null;
  if (!source) requireAvailable(context, amount, currency);

  const id = newId('tr');
  const group = params.transfer_group ?? source?.charge.transfer_group ?? null;
  const transaction = post(context, {
    type: 'transfer',
    amount: -amount,
    currency,
    source: id,
    description: params.description ?? null,
    ...(source ? { availableOn: source.availableOn } : {}),
  });
  const payment = destinationPayment(context.on(destination), {
    id,
    amount,
    currency,
    group,
    availableOn: transaction.available_on,
  });
  const transfer = context.insert('transfer', {
    id,
    object: 'transfer',
    amount,
    amount_reversed: 0,
    balance_transaction: transaction.id,
    created: context.seconds,
    currency,
    description: params.description ?? null,
    destination,
    destination_payment: payment.id,
    livemode: false,
    metadata: mergedMetadata({}, params.metadata),
    reversals: { object: 'list', data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: params.source_transaction ?? null,
    source_type: 'card',
    transfer_group: group,
  });
  context.tell('transfer.created', transfer);
  return transfer;
}

function checkDestination(context: Context, destination: string): void {
  context.get('v2.core.account', destination, 'destination');
  if (standingOf(context, destination) === 'active') return;
  throw invalid(
    'insufficient_capabilities_for_transfer',
    'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
    'destination',
  );
}

/** The charge that a transfer draws on. All transfers from one charge are at most its gross amount, reversed or not. */
function sourceOf(
  context: Context,
  id: string,
  amount: number,
  currency: string,
): { charge: Stripe.Charge; availableOn: number } {
  const found = context.get('charge', id, 'source_transaction');
  if (found.status !== 'succeeded')
    throw invalid('charge_not_succeeded', `The charge ${id} has not succeeded.`, 'source_transaction');
  const charge = grouped(context, settle(context, id));
  const transaction = context.get('balance_transaction', idOf(charge.balance_transaction) ?? '');
  if (transaction.currency !== currency) {
    const message = `The currency of source_transaction's balance transaction is ${transaction.currency}, and that of the transfer ${currency}.`;
    throw invalid('transfer_source_balance_parameters_mismatch', message, 'currency');
  }
  const drawn = context
    .select('transfer', { source_transaction: id })
    .reduce((sum, transfer) => sum + transfer.amount, 0);
  if (drawn + amount > charge.amount) {
    throw invalid(
      'amount_too_large',
      `Transfers using this transaction as a source must not exceed the source amount of ${charge.amount}. (There are already transfers using this source, amounting to ${drawn}.)`,
      'amount',
    );
  }
  if (transaction.available_on <= context.seconds) requireAvailable(context, amount, currency);
  return { charge, availableOn: transaction.available_on };
}

function grouped(context: Context, charge: Stripe.Charge): Stripe.Charge {
  if (charge.transfer_group) return charge;
  return context.change(charge, { transfer_group: `group_${idOf(charge.payment_intent) ?? charge.id}` });
}
