import type {
  BudgetView,
  CardView,
  EarningView,
  InvoiceView,
  InvoiceWithLinesView,
  SpendView,
} from '@app/wire/billing';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

export const invoicesQuery = queryOptions({
  queryKey: ['billing', 'invoices'],
  queryFn: ({ signal }) => get<InvoiceView[]>('/invoices', signal),
});

export function invoiceQuery(id: string) {
  return queryOptions({
    queryKey: ['billing', 'invoice', id],
    queryFn: ({ signal }) => get<InvoiceWithLinesView>(`/invoices/${id}`, signal),
  });
}

export function cardsQuery(businessId: string) {
  return queryOptions({
    queryKey: ['billing', 'cards', businessId],
    queryFn: ({ signal }) => get<CardView[]>(`/cards?businessId=${encodeURIComponent(businessId)}`, signal),
  });
}

export const earningsQuery = queryOptions({
  queryKey: ['billing', 'earnings'],
  queryFn: ({ signal }) => get<EarningView[]>('/earnings', signal),
});

/** What a business means to spend in a week. */
export function budgetQuery(businessId: string) {
  return queryOptions({
    queryKey: ['billing', 'budget', businessId],
    queryFn: ({ signal }) => get<BudgetView>(`/businesses/${businessId}/budget`, signal),
  });
}

/** What was spent in this month and those before it. */
export function spendQuery(businessId: string, months: number) {
  return queryOptions({
    queryKey: ['billing', 'spend', businessId, months],
    queryFn: ({ signal }) => get<SpendView>(`/businesses/${businessId}/spend?months=${months}`, signal),
  });
}

/** An approval ends a review: weeks, invoices and earnings say so. */
export function useBillingChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['billing'] }),
      queryClient.invalidateQueries({ queryKey: ['timelog'] }),
    ]);
  };
}
