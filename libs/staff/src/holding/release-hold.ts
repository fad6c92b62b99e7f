import { Audit } from '@app/audit';
import { EndHold } from '@app/billing';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { HoldOver } from '../staff.errors.ts';
import { type StaffHold, StaffHolds } from './staff-holds.repository.ts';

@Injectable()
export class ReleaseHold {
  constructor(
    private readonly db: Database,
    private readonly parties: NotAParty,
    private readonly holds: StaffHolds,
    private readonly end: EndHold,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The money goes its way again, on its ordinary date or now. Throws `NothingFound`, `HoldOver` or `PartyToIt`. */
  run(actor: Staff, id: string, reason: string): Promise<StaffHold> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const hold = await this.holds.lock(tx, id);
      if (hold.releasedAt !== null || hold.until <= now) throw new HoldOver();
      await this.parties.require(actor, await this.holds.sides(tx, id));
      await this.holds.release(tx, id, actor.userId, now);
      const earnings = await this.end.ofCause(tx, { kind: 'staff', id }, now, actor.userId);
      const subject = { kind: hold.subjectKind, id: hold.subjectId };
      const before = { holdId: id, earnings, until: hold.until };
      await this.audit.record(tx, { actor, action: 'hold.released', subject, before, reason }, now);
      return this.holds.lock(tx, id);
    });
  }
}
