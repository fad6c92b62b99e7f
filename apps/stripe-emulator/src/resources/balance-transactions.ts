import type Stripe from 'stripe';

import { invalid } from '../api/api-error.ts';
import { asList, operation, PAGING } from '../api/operation.ts';

export const balanceTransactionOperations = [
  operation('GET /v1/balance_transactions/{id}', [], ({ context, id }) => context.get('balance_transaction', id, 'id')),

  operation<Stripe.BalanceTransactionListParams>(
    'GET /v1/balance_transactions',
    [...PAGING, 'created', 'currency', 'payout', 'source', 'type'],
    (call) => {
      const { context, params } = call;
      const payout = params.payout === undefined ? null : context.get('payout', params.payout, 'payout');
      if (payout && !payout.automatic) {
        throw invalid(
          'payout_not_automatic',
          'Balance transaction history can only be filtered on automatic payouts, not manual.',
          'payout',
        );
      }
      // What a payout contains is known only when Stripe has reconciled it.
      const paidOutBy = payout && (payout.reconciliation_status === 'completed' ? payout.id : 'not yet reconciled');
      const where = {
        currency: params.currency,
        source: params.source,
        kind: params.type,
        ...(paidOutBy ? { paid_out_by: paidOutBy } : {}),
      };
      return asList(call, context.list('balance_transaction', params, where));
    },
  ),
];
