import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { actsFor, allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from './members.errors.ts';
import { mayRemove } from './members.policy.ts';
import { Members } from './members.repository.ts';

/** An owner takes somebody's place away, or somebody leaves: the business does not exist for them from then on. */
@Injectable()
export class RemoveMember {
  constructor(
    private readonly db: Database,
    private readonly members: Members,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Throws `MemberNotFound` or `LastOwner`. */
  async run(actor: User, businessId: string, accountId: string): Promise<void> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    allow(mayRemove(actor, businessId, accountId), 'remove people from this business');
    await this.db.transaction(async (tx) => {
      const leaves = accountId === actor.userId;
      allow(leaves || (await this.members.isOwner(tx, businessId, actor.userId)), 'remove people from this business');
      await this.members.remove(tx, businessId, accountId);
      const subject = { kind: 'business', id: businessId };
      const removed = { actor, action: 'member.removed', subject, before: { accountId } };
      await this.audit.record(tx, removed, this.clock.now());
    });
  }
}
