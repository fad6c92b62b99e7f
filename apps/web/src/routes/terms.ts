import { useQuery } from '@tanstack/react-query';

import type { Terms } from '../features/disputes/worth.ts';
import { contractsQuery } from '../features/hiring/hiring.queries.ts';

/** By which an hour of a contract becomes money; undefined until it is known. */
export function useTerms(): (contractId: string) => Terms | undefined {
  const contracts = useQuery(contractsQuery).data ?? [];
  return (contractId) => {
    const contract = contracts.find(({ id }) => id === contractId);
    return contract && { rateCents: contract.rateCents, feeBp: contract.clientFeeBp };
  };
}
