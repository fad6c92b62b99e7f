import { useQuery } from '@tanstack/react-query';

import { send } from '../../api/client.ts';

/** What the api says that something would come to. `body` is null while nothing is typed; undefined until it has said. */
export function usePreview<Answer>(path: string, body: object | null) {
  const { data } = useQuery({
    queryKey: ['disputes', 'preview', path, body],
    queryFn: () => send<Answer>('POST', path, { body: body ?? {} }),
    enabled: body !== null,
    retry: false,
  });
  return data;
}
