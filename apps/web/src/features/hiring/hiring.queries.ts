import type { BriefView, ContractDetail, ContractView } from '@app/wire/hiring';
import type { AssistantMatches, BriefMatches } from '@app/wire/matching';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

export const briefsQuery = queryOptions({
  queryKey: ['hiring', 'briefs'],
  queryFn: ({ signal }) => get<BriefView[]>('/briefs', signal),
});

export function briefQuery(id: string) {
  return queryOptions({
    queryKey: ['hiring', 'brief', id],
    queryFn: ({ signal }) => get<BriefView>(`/briefs/${id}`, signal),
  });
}

/** Who fits the brief, and why. */
export function matchesQuery(briefId: string) {
  return queryOptions({
    queryKey: ['hiring', 'matches', briefId],
    queryFn: ({ signal }) => get<AssistantMatches>(`/briefs/${briefId}/matches`, signal),
  });
}

/** Which briefs fit the assistant who asks, and why. */
export const matchingBriefsQuery = queryOptions({
  queryKey: ['hiring', 'matching-briefs'],
  queryFn: ({ signal }) => get<BriefMatches>('/matching-briefs', signal),
});

/** Contracts and offers of both sides; the newest first. */
export const contractsQuery = queryOptions({
  queryKey: ['hiring', 'contracts'],
  queryFn: ({ signal }) => get<ContractView[]>('/contracts', signal),
});

/** One of them, with all that became of it. */
export function contractQuery(id: string) {
  return queryOptions({
    queryKey: ['hiring', 'contract', id],
    queryFn: ({ signal }) => get<ContractDetail>(`/contracts/${id}`, signal),
  });
}

/** A contract's state shows in briefs, matches and weeks. */
export function useHiringChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['hiring'] }),
      queryClient.invalidateQueries({ queryKey: ['timelog'] }),
    ]);
  };
}
