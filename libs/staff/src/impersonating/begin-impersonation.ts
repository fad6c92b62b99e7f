import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Accounts, type Impersonation, impersonationBegun, Impersonations, StaffGrants } from '@app/identity';
import { Clock, type Staff, Unauthenticated } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { StaffCannotBeImpersonated } from '../staff.errors.ts';

export interface LookThroughTheirEyes {
  readonly accountId: string;
  /** Told to the person. */
  readonly reason: string;
  /** The token of the session that asks: everywhere but on the routes of staff it is the person's, and reads only. */
  readonly session: string;
}

@Injectable()
export class BeginImpersonation {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly grants: StaffGrants,
    private readonly parties: NotAParty,
    private readonly impersonations: Impersonations,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** For half an hour; the person is told by mail. Throws `AccountNotFound`, `PartyToIt` or `StaffCannotBeImpersonated`. */
  async run(actor: Staff, { accountId, reason, session }: LookThroughTheirEyes): Promise<Impersonation> {
    await this.parties.require(actor, { accountIds: [accountId] });
    await this.accounts.find(accountId);
    if (await this.grants.isStaff(accountId)) throw new StaffCannotBeImpersonated();
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const begun = await this.impersonations.begin(tx, { session, staffId: actor.userId, accountId, reason }, now);
      if (!begun) throw new Unauthenticated('unauthenticated', 'Sign in first.');
      const subject = { kind: 'account', id: accountId };
      const after = { impersonationId: begun.id, endsAt: begun.endsAt.toISOString() };
      await this.audit.record(tx, { actor, action: 'impersonation.begun', subject, after, reason }, now);
      await this.events.tell(tx, impersonationBegun(begun.id));
      return begun;
    });
  }
}
