import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { isLive, suspendedOf, type Suspension, suspensionEnded, Suspensions, SuspensionOver } from '@app/identity';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { ApplySuspensions } from './apply-suspensions.ts';

@Injectable()
export class LiftSuspension {
  constructor(
    private readonly db: Database,
    private readonly parties: NotAParty,
    private readonly suspensions: Suspensions,
    private readonly apply: ApplySuspensions,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** From now on they may again. Throws `SuspensionNotFound`, `PartyToIt` or `SuspensionOver`. */
  async run(actor: Staff, id: string, reason: string): Promise<Suspension> {
    const { kind, id: of } = suspendedOf(await this.suspensions.find(id));
    await this.parties.require(actor, kind === 'account' ? { accountIds: [of] } : { businessIds: [of] });
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const suspension = await this.suspensions.lock(tx, id);
      if (!isLive(suspension, now)) throw new SuspensionOver();
      await this.lift(tx, actor, suspension, reason, now);
      return this.suspensions.lock(tx, id);
    });
  }

  /** The suspension is locked, and holds. */
  async lift(tx: Tx, actor: Staff, suspension: Suspension, reason: string, now: Date): Promise<void> {
    const subject = suspendedOf(suspension);
    await this.suspensions.end(tx, suspension.id, actor.userId, now);
    await this.apply.run(tx, subject, now);
    const before = { suspensionId: suspension.id, scopes: suspension.scopes };
    await this.audit.record(tx, { actor, action: 'suspension.lifted', subject, before, reason }, now);
    await this.events.tell(tx, suspensionEnded(suspension.id));
  }
}
