import { useQueryClient } from '@tanstack/react-query';

import { send } from '../../api/client.ts';
import { meQuery, useSessionChange } from '../../api/session.ts';

/** Ends looking through somebody's eyes: who is at the screen is asked anew, and what they saw is forgotten. */
export function useOwnEyesAgain(): () => Promise<void> {
  const asWhoIAm = useEyesChanged();
  return async () => {
    await send('DELETE', '/staff/impersonation');
    await asWhoIAm();
  };
}

/** The session shows another person than before, or its own again. */
export function useEyesChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  const changeSession = useSessionChange();
  return async () => changeSession(await queryClient.fetchQuery({ ...meQuery, staleTime: 0 }));
}
