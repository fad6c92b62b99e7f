import type { BusinessRole, BusinessView } from '@app/wire/identity';
import type { InvitationRequest, InvitationView, PeopleView } from '@app/wire/members';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';
import { meQuery } from '../../api/session.ts';

/** Who acts for a business, and whom its owners have invited. */
export const peopleQuery = (businessId: string) =>
  queryOptions({
    queryKey: ['people', businessId],
    queryFn: ({ signal }) => get<PeopleView>(`/businesses/${businessId}/members`, signal),
  });

/** Reads again who belongs to what, oneself included: one may have changed one's own place. */
export function usePeopleChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries(meQuery);
    await queryClient.invalidateQueries({ queryKey: ['people'] });
  };
}

export function invite(businessId: string, request: InvitationRequest): Promise<InvitationView> {
  return send('POST', `/businesses/${businessId}/invitations`, { body: request });
}

export function withdrawInvitation(businessId: string, id: string): Promise<void> {
  return send('DELETE', `/businesses/${businessId}/invitations/${id}`);
}

export function changeRole(businessId: string, accountId: string, role: BusinessRole): Promise<void> {
  return send('PATCH', `/businesses/${businessId}/members/${accountId}`, { body: { role } });
}

export function removeMember(businessId: string, accountId: string): Promise<void> {
  return send('DELETE', `/businesses/${businessId}/members/${accountId}`);
}

export function acceptInvitation(token: string): Promise<BusinessView> {
  return send('POST', '/invitations/acceptance', { body: { token } });
}
