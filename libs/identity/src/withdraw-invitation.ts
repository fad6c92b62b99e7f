import { Database } from '@app/database';
import { actsFor, allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Invitations } from './invitations.repository.ts';
import { BusinessNotFound, InvitationNotFound } from './members.errors.ts';
import { mayManageMembers } from './members.policy.ts';

@Injectable()
export class WithdrawInvitation {
  constructor(
    private readonly db: Database,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  /** The link in the mail works no more. Throws `InvitationNotFound`, also when it has been accepted. */
  async run(actor: User, businessId: string, invitationId: string): Promise<void> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    allow(mayManageMembers(actor, businessId), 'withdraw invitations to this business');
    await this.db.transaction(async (tx) => {
      const withdrawn = await this.invitations.withdraw(tx, businessId, invitationId, this.clock.now());
      if (!withdrawn) throw new InvitationNotFound();
    });
  }
}
