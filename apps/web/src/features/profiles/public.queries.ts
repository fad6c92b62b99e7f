import type { PublicAssistantView, PublicAssistantViews } from '@app/wire/profiles';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { get } from '../../api/client.ts';

export interface Wanted {
  readonly specialty: string;
  readonly language: string;
  readonly page: number;
}

/** Those who chose to be shown to visitors. */
export function publicAssistantsQuery({ specialty, language, page }: Wanted) {
  const query = new URLSearchParams({
    page: String(page),
    ...(specialty ? { specialty } : {}),
    ...(language ? { language } : {}),
  });
  return queryOptions({
    queryKey: ['public-assistants', specialty, language, page],
    queryFn: ({ signal }) => get<PublicAssistantViews>(`/public-assistants?${query.toString()}`, signal),
    placeholderData: keepPreviousData,
  });
}

export function publicAssistantQuery(id: string) {
  return queryOptions({
    queryKey: ['public-assistants', id],
    queryFn: ({ signal }) => get<PublicAssistantView>(`/public-assistants/${encodeURIComponent(id)}`, signal),
  });
}
