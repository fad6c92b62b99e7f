import { queryOptions } from '@tanstack/react-query';

import { send } from './client.ts';

/** What something would come to, as the api says. `body` is null while nothing is typed. */
export function previewQuery<Answer>(topic: 'billing' | 'disputes', path: string, body: object | null) {
  return queryOptions({
    queryKey: [topic, 'preview', path, body],
    queryFn: () => send<Answer>('POST', path, { body: body ?? {} }),
    enabled: body !== null,
    retry: false,
  });
}
