import { randomUUIDv7 } from 'node:crypto';

import { Audit } from '@app/audit';
import { PlaceHold } from '@app/billing';
import { Database } from '@app/database';
import { Clock, Invalid, Money, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { NothingToHold, OnlyTheFuture, TooLongAHold } from '../staff.errors.ts';
import { type HoldSubject, type StaffHold, StaffHolds } from './staff-holds.repository.ts';

export const LONGEST_HOLD_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

export interface NewStaffHold {
  readonly of: HoldSubject;
  readonly reasonCode: string;
  readonly until: Date;
  /** Another member of staff, who is to look at it again. */
  readonly reviewerId?: string | undefined;
}

/** Keeps one amount back and nothing else of its assistant's, with a reason and an end. */
@Injectable()
export class HoldMoney {
  constructor(
    private readonly db: Database,
    private readonly parties: NotAParty,
    private readonly holds: StaffHolds,
    private readonly place: PlaceHold,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** At most 14 days. Throws `NothingToHold`, `TooLongAHold`, `OnlyTheFuture` or `PartyToIt`. */
  run(actor: Staff, { of, reasonCode, until, reviewerId }: NewStaffHold): Promise<StaffHold> {
    if (reviewerId === actor.userId) throw Invalid.field('reviewerId', 'must be somebody else');
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      assertWithinDays(until, now);
      const held = await this.holds.holdable(tx, of);
      if (held.length === 0) throw new NothingToHold();
      const [accountIds, businessIds] = [held.map((one) => one.assistantId), held.map((one) => one.clientId)];
      await this.parties.require(actor, { accountIds, businessIds });

      const id = randomUUIDv7();
      const hold = { id, subjectKind: of.kind, subjectId: of.id, reasonCode, placedBy: actor.userId, placedAt: now };
      await this.holds.add(tx, { ...hold, until, reviewerId: reviewerId ?? null, ...unreleased });
      const cause = { kind: 'staff', id } as const;
      for (const { earningId } of held)
        await this.place.run(tx, { earningId, cause, reasonCode, placedBy: actor.userId, until }, now);
      const amountCents = Money.sum(held.map(({ amount }) => amount)).cents;
      const after = { holdId: id, earnings: held.map(({ earningId }) => earningId), amountCents, until };
      await this.audit.record(tx, { actor, action: 'hold.placed', subject: of, after, reason: reasonCode }, now);
      return this.holds.lock(tx, id);
    });
  }
}

/** Throws `OnlyTheFuture` or `TooLongAHold`. */
export function assertWithinDays(until: Date, now: Date): void {
  if (until <= now) throw new OnlyTheFuture('until');
  if (until.getTime() - now.getTime() > LONGEST_HOLD_DAYS * DAY_MS) throw new TooLongAHold(LONGEST_HOLD_DAYS);
}

const unreleased = { renewedBy: null, renewedAt: null, releasedBy: null, releasedAt: null };
