import type { ProfileView } from '@app/wire/profiles';
import { queryOptions } from '@tanstack/react-query';

import { ApiError } from '../../api/api-error.ts';
import { get } from '../../api/client.ts';

/** One's own profile as an assistant; null before there is one. */
export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: async ({ signal }): Promise<ProfileView | null> => {
    try {
      return await get<ProfileView>('/assistant-profile', signal);
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  },
});
