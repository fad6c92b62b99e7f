import { type Invitation, mayManageMembers, mayRemove, type Member } from '@app/identity';
import type { User } from '@app/kernel';
import type { InvitationView, PeopleView } from '@app/wire/members';

/** Whom somebody has invited is the owners' affair, as inviting is. */
export function presentPeople(
  actor: User,
  businessId: string,
  members: readonly Member[],
  invitations: readonly Invitation[],
): PeopleView {
  const changeRole = mayManageMembers(actor, businessId);
  return {
    members: members.map(({ since, ...member }) => ({
      ...member,
      since: since.toISOString(),
      isYou: member.id === actor.userId,
      can: { changeRole, remove: mayRemove(actor, businessId, member.id) },
    })),
    invitations: changeRole ? invitations.map(presentInvitation) : [],
    can: { invite: changeRole },
  };
}

/** As an owner reads it. */
export function presentInvitation({ invitedAt, expiresAt, ...invitation }: Invitation): InvitationView {
  return {
    ...invitation,
    invitedAt: invitedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    can: { withdraw: true },
  };
}
