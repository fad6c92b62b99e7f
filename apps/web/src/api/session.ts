import type { Me } from '@app/wire/identity';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';

import { ApiError } from './api-error.ts';
import { getOrKept } from './kept-answer.ts';
import { belongsTo, forgetPerson } from './own-store.ts';

const A_MINUTE = 60_000;

/** Who is signed in, or null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await getOrKept<Me>('me', '/me', signal);
      belongsTo(me.id);
      return me;
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * A_MINUTE,
  // Without a network it is asked all the same: what was kept answers.
  networkMode: 'always',
});

/** The signed-in person, for screens that only they see. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('This screen is for somebody who is signed in');
  return data;
}

/** Forgets everything that was fetched for the last person, and remembers the new one (or nobody). */
export function useSessionChange(): (me: Me | null) => void {
  const queryClient = useQueryClient();
  return (me) => {
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'me' });
    if (me) belongsTo(me.id);
    else forgetPerson();
    queryClient.setQueryData(meQuery.queryKey, me);
  };
}
