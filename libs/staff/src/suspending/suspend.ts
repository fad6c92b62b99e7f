import { randomUUIDv7 } from 'node:crypto';

import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { type Suspended, type Suspension, type SuspensionScope, Suspensions, suspensionPlaced } from '@app/identity';
import { Clock, Invalid, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { NotAParty } from '../not-a-party.ts';
import { NothingFound, OnlyTheFuture } from '../staff.errors.ts';
import { ApplySuspensions } from './apply-suspensions.ts';

export interface NewSuspension {
  readonly of: Suspended;
  readonly scopes: readonly SuspensionScope[];
  readonly reasonCode: string;
  /** In words for the person: 10 characters or more. */
  readonly explanation: string;
  /** Absent: until somebody lifts it. */
  readonly until?: Date | undefined;
}

/** Keeps a person or a business from one thing and not from the rest; they are told why, and how to appeal. */
@Injectable()
export class Suspend {
  constructor(
    private readonly db: Database,
    private readonly parties: NotAParty,
    private readonly suspensions: Suspensions,
    private readonly apply: ApplySuspensions,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Throws `PartyToIt`, `NothingFound` or `OnlyTheFuture`. */
  async run(actor: Staff, { of, scopes, reasonCode, explanation, until }: NewSuspension): Promise<Suspension> {
    await this.parties.require(actor, of.kind === 'account' ? { accountIds: [of.id] } : { businessIds: [of.id] });
    if (of.kind === 'business' && scopes.some((scope) => scope !== 'hiring'))
      throw Invalid.field('scopes', 'of a business can only be hiring');
    const suspension = await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (until && until <= now) throw new OnlyTheFuture('until');
      // Locked: of two suspensions at once the later one sees the earlier.
      const table = of.kind === 'account' ? 'account' : 'business';
      const [found] = await tx.query<unknown[]>(`select from ${table} where id = $1 for no key update`, [of.id]);
      if (!found) throw new NothingFound(of.kind === 'account' ? 'person' : 'business');

      const id = randomUUIDv7();
      const placed = {
        id,
        scopes: [...new Set(scopes)],
        reasonCode,
        explanation,
        placedBy: actor.userId,
        placedAt: now,
      };
      const whose = {
        accountId: of.kind === 'account' ? of.id : null,
        businessId: of.kind === 'business' ? of.id : null,
      };
      await this.suspensions.add(tx, { ...untouched, ...placed, ...whose, until: until ?? null });
      await this.apply.run(tx, of, now);
      const after = { suspensionId: id, scopes: placed.scopes, until: until?.toISOString() ?? null };
      await this.audit.record(tx, { actor, action: 'suspension.placed', subject: of, after, reason: reasonCode }, now);
      await this.events.tell(tx, suspensionPlaced(id));
      return this.suspensions.lock(tx, id);
    });
    return suspension;
  }
}

const untouched = {
  ...{ endedAt: null, endedBy: null, appeal: null, appealedAt: null },
  ...{ appealUpheld: null, appealDecidedBy: null, appealDecidedAt: null },
};
