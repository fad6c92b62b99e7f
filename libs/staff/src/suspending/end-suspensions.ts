import { Audit } from '@app/audit';
import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { suspendedOf, suspensionEnded, Suspensions } from '@app/identity';
import { type Sweep, system } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ApplySuspensions } from './apply-suspensions.ts';

/** A suspension with an end ends by itself. */
@Injectable()
export class EndSuspensions implements Sweep {
  readonly name = 'staff.end-suspensions';

  constructor(
    private readonly db: Database,
    private readonly suspensions: Suspensions,
    private readonly apply: ApplySuspensions,
    private readonly audit: Audit,
    private readonly events: Events,
  ) {}

  async run(now: Date): Promise<number> {
    let ended = 0;
    while (await this.db.transaction((tx) => this.#endOne(tx, now))) ended += 1;
    return ended;
  }

  nextDueAt(): Promise<Date | null> {
    return this.suspensions.nextToRunOut();
  }

  async #endOne(tx: Tx, now: Date): Promise<boolean> {
    const suspension = await this.suspensions.lockRunOut(tx, now);
    if (!suspension) return false;
    const subject = suspendedOf(suspension);
    await this.suspensions.end(tx, suspension.id, null, now);
    await this.apply.run(tx, subject, now);
    const before = { suspensionId: suspension.id, scopes: suspension.scopes };
    await this.audit.record(tx, { actor: system, action: 'suspension.ended', subject, before }, now);
    await this.events.tell(tx, suspensionEnded(suspension.id));
    return true;
  }
}
