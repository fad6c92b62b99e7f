import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { appealDeclined, isLive, suspendedOf, type Suspension, Suspensions } from '@app/identity';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { AnotherMustDoIt, NotAppealed } from '../staff.errors.ts';
import { LiftSuspension } from './lift-suspension.ts';

/** Another member of staff than the one who suspended says whether the appeal is right. */
@Injectable()
export class DecideAppeal {
  constructor(
    private readonly db: Database,
    private readonly parties: NotAParty,
    private readonly suspensions: Suspensions,
    private readonly lifting: LiftSuspension,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Upheld, the suspension ends. Throws `SuspensionNotFound`, `PartyToIt`, `NotAppealed` or `AnotherMustDoIt`. */
  async run(actor: Staff, id: string, { upheld, reason }: { upheld: boolean; reason: string }): Promise<Suspension> {
    const { kind, id: of } = suspendedOf(await this.suspensions.find(id));
    await this.parties.require(actor, kind === 'account' ? { accountIds: [of] } : { businessIds: [of] });
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const suspension = await this.suspensions.lock(tx, id);
      if (suspension.appealedAt === null || suspension.appealDecidedAt !== null) throw new NotAppealed();
      if (suspension.placedBy === actor.userId) throw new AnotherMustDoIt();

      await this.suspensions.decideAppeal(tx, id, { upheld, by: actor.userId }, now);
      const after = { suspensionId: id, upheld };
      const subject = suspendedOf(suspension);
      await this.audit.record(tx, { actor, action: 'suspension.appeal_decided', subject, after, reason }, now);
      if (upheld && isLive(suspension, now)) await this.lifting.lift(tx, actor, suspension, reason, now);
      else await this.events.tell(tx, appealDeclined(id));
      return this.suspensions.lock(tx, id);
    });
  }
}
