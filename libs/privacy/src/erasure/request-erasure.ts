import { randomUUIDv7 } from 'node:crypto';

import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Accounts } from '@app/identity';
import { Clock, requireStepUp, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { EmailDiffers, ErasureBlocked, ErasureUnderWay } from '../privacy.errors.ts';
import { erasureRequested } from '../privacy.events.ts';
import { Erasures } from './erasures.repository.ts';
import { obstaclesOf } from './obstacles.ts';

/** So long it can be taken back. */
const DAYS_TO_THINK = 14;
const DAY_MS = 24 * 3_600_000;

@Injectable()
export class RequestErasure {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly erasures: Erasures,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Has the person forgotten in a fortnight. `email` is their address, typed once more. Throws `step_up_required`,
   * `EmailDiffers`, `ErasureBlocked` with what stands in the way, or `ErasureUnderWay`.
   */
  run(actor: User, email: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      requireStepUp(actor, now);
      const account = await this.accounts.lock(tx, actor.userId);
      if (account.email.toLowerCase() !== email.trim().toLowerCase()) throw new EmailDiffers();
      const obstacles = await obstaclesOf(tx, actor.userId, now);
      if (obstacles.length > 0) throw new ErasureBlocked(obstacles);

      const id = randomUUIDv7();
      const erasesAt = new Date(now.getTime() + DAYS_TO_THINK * DAY_MS);
      const added = await this.erasures.add(tx, { id, accountId: actor.userId, requestedAt: now, erasesAt });
      if (!added) throw new ErasureUnderWay();
      const subject = { kind: 'account', id: actor.userId };
      await this.audit.record(tx, { actor, action: 'erasure.requested', subject, after: { erasesAt } }, now);
      await this.events.tell(tx, erasureRequested(id));
    });
  }
}
