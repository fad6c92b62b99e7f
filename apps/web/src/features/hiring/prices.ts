import type { PricesView } from '@app/wire/hiring';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { get } from '../../api/client.ts';
import { CLIENT_FEE_BP, HIGHEST_RATE_CENTS, LOWEST_RATE_CENTS } from './price.ts';

const AN_HOUR_MS = 3_600_000;

const pricesQuery = queryOptions({
  queryKey: ['prices'],
  queryFn: ({ signal }) => get<PricesView>('/prices', signal),
  staleTime: AN_HOUR_MS,
});

/** What a contract signed today costs; until the api has said so, what it cost when this was built. */
export function usePrices(): PricesView {
  const { data } = useQuery(pricesQuery);
  return data ?? builtWith;
}

const builtWith: PricesView = {
  clientFeeBp: CLIENT_FEE_BP,
  assistantFeeBp: 0,
  lowestRateCents: LOWEST_RATE_CENTS,
  highestRateCents: HIGHEST_RATE_CENTS,
};
