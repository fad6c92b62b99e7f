import type { AppealByMailRequest, AppealRequest, OwnImpersonationList, OwnSuspensionList } from '@app/wire/staff';
import { queryOptions } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';

/** What staff did about this person, and the businesses that they own. */
export const suspensionsQuery = queryOptions({
  queryKey: ['suspensions'],
  queryFn: ({ signal }) => get<OwnSuspensionList>('/me/suspensions', signal),
});

/** When staff looked at Kontor through this person's eyes. */
export const looksQuery = queryOptions({
  queryKey: ['impersonations'],
  queryFn: ({ signal }) => get<OwnImpersonationList>('/me/impersonations', signal),
});

export function appeal(id: string, request: AppealRequest): Promise<void> {
  return send('POST', `/me/suspensions/${id}/appeal`, { body: request });
}

/** By the link of the mail, for who may not sign in. */
export function appealByMail(request: AppealByMailRequest): Promise<void> {
  return send('POST', '/suspension-appeals', { body: request });
}
