import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type Membership, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { TokenNotValid } from './identity.errors.ts';
import { Invitations } from './invitations.repository.ts';
import { InvitationNotYours } from './members.errors.ts';
import { Members } from './members.repository.ts';

/** Who was invited takes the place: they act for the business from their next request on. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly db: Database,
    private readonly invitations: Invitations,
    private readonly members: Members,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `TokenNotValid`, `InvitationNotYours`, `AlreadyMember` or `OnBothSides`, and then the link still works. Of
   * parallel uses exactly one succeeds.
   */
  async run(actor: User, token: string): Promise<Membership> {
    requireVerified(actor);
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const accepted = await this.invitations.use(tx, token, actor.userId, now);
      if (!accepted) throw new TokenNotValid();
      if (!accepted.isTheirs) throw new InvitationNotYours();

      const { businessId, role } = accepted;
      await this.members.add(tx, businessId, actor.userId, role, now);
      const joined = { action: 'member.joined', after: { accountId: actor.userId, role } };
      await this.audit.record(tx, { actor, subject: { kind: 'business', id: businessId }, ...joined }, now);
      return { id: businessId, role };
    });
  }
}
