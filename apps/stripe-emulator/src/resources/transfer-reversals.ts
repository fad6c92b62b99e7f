import type Stripe from 'stripe';

import { invalid, missing } from '../api/api-error.ts';
import { mergedMetadata } from '../api/metadata.ts';
import { asList, operation, PAGING } from '../api/operation.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { idOf } from '../kinds.ts';
import { post, requireAvailable } from './balance.ts';
import { destinationPaymentRefund } from './destination-payments.ts';

export const transferReversalOperations = [
  operation<Stripe.TransferCreateReversalParams>(
    'POST /v1/transfers/{id}/reversals',
    ['amount', 'metadata', 'description'],
    ({ context, id, params }) => reverse(context, context.get('transfer', id, 'id'), params),
  ),

  operation<Stripe.TransferListReversalsParams>('GET /v1/transfers/{id}/reversals', PAGING, (call) => {
    call.context.get('transfer', call.id, 'id');
    return asList(call, call.context.list('transfer_reversal', call.params, { transfer: call.id }));
  }),

  operation('GET /v1/transfers/{transfer}/reversals/{id}', [], ({ context, ids: [transfer = '', id = ''] }) => {
    const found = context.get('transfer_reversal', id, 'id');
    if (idOf(found.transfer) !== transfer) throw missing('transfer_reversal', id, 'id');
    return found;
  }),
];

function reverse(
  context: Context,
  transfer: Stripe.Transfer,
  params: Stripe.TransferCreateReversalParams,
): Stripe.TransferReversal {
  const left = transfer.amount - transfer.amount_reversed;
  const { amount = left } = params;
  if (amount < 1 || amount > left) {
    throw invalid(
      'amount_too_large',
      `Reversal amount (${amount}) is greater than unreversed amount on transfer (${left}).`,
      'amount',
    );
  }
  const destination = context.on(idOf(transfer.destination) ?? '');
  const payment = destination.get('charge', idOf(transfer.destination_payment) ?? '');
  const received = destination.get('balance_transaction', idOf(payment.balance_transaction) ?? '');
  // Money that is still pending goes back as it came; otherwise the account must have it.
  if (received.available_on <= context.seconds) requireAvailable(destination, amount, transfer.currency);

  const id = newId('trr');
  const availableOn = received.available_on;
  const transaction = post(context, {
    type: 'transfer_refund',
    amount,
    currency: transfer.currency,
    source: id,
    availableOn,
  });
  const refund = destinationPaymentRefund(destination, { payment, amount, reversal: id, availableOn });
  const reversal = context.insert('transfer_reversal', {
    id,
    object: 'transfer_reversal',
    amount,
    balance_transaction: transaction.id,
    created: context.seconds,
    currency: transfer.currency,
    destination_payment_refund: refund.id,
    metadata: mergedMetadata({}, params.metadata),
    source_refund: null,
    transfer: transfer.id,
  });
  const amount_reversed = transfer.amount_reversed + amount;
  const changed = context.change(transfer, {
    amount_reversed,
    reversed: amount_reversed === transfer.amount,
    reversals: { ...transfer.reversals, data: [reversal, ...transfer.reversals.data] },
  });
  context.tell('transfer.reversed', changed, transfer);
  return reversal;
}
