import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { actsFor, allow, type BusinessRole, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from './members.errors.ts';
import { mayManageMembers } from './members.policy.ts';
import { Members } from './members.repository.ts';

/** An owner says what somebody may do for the business. Every request asks anew, so that it holds from the next on. */
@Injectable()
export class ChangeRole {
  constructor(
    private readonly db: Database,
    private readonly members: Members,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `MemberNotFound` or `LastOwner`. */
  async run(actor: User, businessId: string, accountId: string, role: BusinessRole): Promise<void> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    allow(mayManageMembers(actor, businessId), 'change roles in this business');
    await this.db.transaction(async (tx) => {
      allow(await this.members.isOwner(tx, businessId, actor.userId), 'change roles in this business');
      const before = await this.members.changeRole(tx, businessId, accountId, role);
      const changed = { before: { accountId, role: before }, after: { accountId, role } };
      const subject = { kind: 'business', id: businessId };
      await this.audit.record(tx, { actor, action: 'member.role_changed', subject, ...changed }, this.clock.now());
    });
  }
}
