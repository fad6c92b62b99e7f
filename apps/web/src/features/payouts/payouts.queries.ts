import type { PayeeView, PayoutView } from '@app/wire/payouts';
import { queryOptions } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

export const payeeQuery = queryOptions({
  queryKey: ['payouts', 'payee'],
  queryFn: ({ signal }) => get<PayeeView>('/payee', signal),
});

export const payoutsQuery = queryOptions({
  queryKey: ['payouts', 'list'],
  queryFn: ({ signal }) => get<PayoutView[]>('/payouts', signal),
});
