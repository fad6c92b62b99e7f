import { randomUUIDv7 } from 'node:crypto';

import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { actsFor, allow, type BusinessRole, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { memberInvited } from './identity.events.ts';
import { type Invitation, Invitations } from './invitations.repository.ts';
import { AlreadyMember, BusinessNotFound, TooManyInvitations } from './members.errors.ts';
import { mayManageMembers } from './members.policy.ts';
import { Members } from './members.repository.ts';

const MOST_AN_HOUR = 20;

export interface InvitedPerson {
  readonly email: string;
  readonly role: BusinessRole;
}

/** An owner offers somebody a place in the business. The mail has the link; who has an account is not told. */
@Injectable()
export class InviteMember {
  constructor(
    private readonly db: Database,
    private readonly members: Members,
    private readonly invitations: Invitations,
    private readonly events: Events,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `AlreadyMember` or `TooManyInvitations`. */
  async run(actor: User, businessId: string, { email, role }: InvitedPerson): Promise<Invitation> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    allow(mayManageMembers(actor, businessId), 'invite people to this business');
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      allow(await this.members.isOwner(tx, businessId, actor.userId), 'invite people to this business');
      if (await this.invitations.isMember(tx, businessId, email)) throw new AlreadyMember();
      if ((await this.invitations.madeLately(tx, businessId, now)) >= MOST_AN_HOUR) throw new TooManyInvitations();

      const given = { id: randomUUIDv7(), businessId, email, role, invitedBy: actor.userId };
      const invitation = await this.invitations.add(tx, given, now);
      const invited = { action: 'member.invited', after: { invitationId: invitation.id, role } };
      await this.audit.record(tx, { actor, subject: { kind: 'business', id: businessId }, ...invited }, now);
      await this.events.tell(tx, memberInvited(invitation.id));
      return invitation;
    });
  }
}
