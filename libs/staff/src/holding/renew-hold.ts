import { Audit } from '@app/audit';
import { EndHold, PlaceHold } from '@app/billing';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { AnotherMustDoIt, HoldOver } from '../staff.errors.ts';
import { assertWithinDays } from './hold-money.ts';
import { type StaffHold, StaffHolds } from './staff-holds.repository.ts';

/** A hold goes on for a while longer, if somebody else than the one who placed it thinks so too. */
@Injectable()
export class RenewHold {
  constructor(
    private readonly db: Database,
    private readonly parties: NotAParty,
    private readonly holds: StaffHolds,
    private readonly place: PlaceHold,
    private readonly end: EndHold,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * At most 14 days from now. Throws `NothingFound`, `HoldOver`, `AnotherMustDoIt`, `PartyToIt`, `TooLongAHold` or
   * `OnlyTheFuture`.
   */
  run(actor: Staff, id: string, until: Date): Promise<StaffHold> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const hold = await this.holds.lock(tx, id);
      if (hold.releasedAt !== null || hold.until <= now) throw new HoldOver();
      if (hold.placedBy === actor.userId) throw new AnotherMustDoIt();
      await this.parties.require(actor, await this.holds.sides(tx, id));
      assertWithinDays(until, now);

      await this.holds.renew(tx, id, actor.userId, until, now);
      const cause = { kind: 'staff', id } as const;
      const { reasonCode } = hold;
      for (const earningId of await this.holds.heldBy(tx, id)) {
        await this.end.run(tx, { earningId, cause, releasedBy: actor.userId }, now);
        await this.place.run(tx, { earningId, cause, reasonCode, placedBy: actor.userId, until }, now);
      }
      const [before, after] = [{ until: hold.until }, { holdId: id, until }];
      const subject = { kind: hold.subjectKind, id: hold.subjectId };
      await this.audit.record(tx, { actor, action: 'hold.renewed', subject, before, after, reason: reasonCode }, now);
      return this.holds.lock(tx, id);
    });
  }
}
