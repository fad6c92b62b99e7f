import type { DisputableView, DisputeDetail, DisputeView, QueryView } from '@app/wire/disputes';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

/** Of everybody whom one is party with; the newest first. */
export const disputesQuery = queryOptions({
  queryKey: ['disputes', 'list'],
  queryFn: ({ signal }) => get<DisputeView[]>('/disputes', signal),
});

export function disputeQuery(id: string) {
  return queryOptions({
    queryKey: ['disputes', 'one', id],
    queryFn: ({ signal }) => get<DisputeDetail>(`/disputes/${id}`, signal),
  });
}

/** Questions about entries, asked by oneself or of oneself. */
export const questionsQuery = queryOptions({
  queryKey: ['disputes', 'questions'],
  queryFn: ({ signal }) => get<QueryView[]>('/entry-queries', signal),
});

export function questionsOfWeekQuery(weekId: string) {
  return queryOptions({
    queryKey: ['disputes', 'questions', weekId],
    queryFn: ({ signal }) => get<QueryView[]>(`/weeks/${weekId}/queries`, signal),
  });
}

/** What of a week can still be asked about and disputed; its entries, as they are billed. */
export function disputableQuery(weekId: string) {
  return queryOptions({
    queryKey: ['disputes', 'disputable', weekId],
    queryFn: ({ signal }) => get<DisputableView>(`/weeks/${weekId}/disputable`, signal),
  });
}

/** What is disputed waits, and what is decided moves: weeks, invoices and earnings say so. */
export function useDisputesChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    const topics = ['disputes', 'timelog', 'billing', 'hiring'];
    await Promise.all(topics.map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })));
  };
}
