import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Events } from '@app/delivery';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ErasureNotFound } from '../privacy.errors.ts';
import { erasureWithdrawn } from '../privacy.events.ts';
import { Erasures } from './erasures.repository.ts';

@Injectable()
export class WithdrawErasure {
  constructor(
    private readonly db: Database,
    private readonly erasures: Erasures,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** Everything stays as it was. Throws `ErasureNotFound`. */
  run(actor: User): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const id = await this.erasures.withdraw(tx, actor.userId, now);
      if (id === null) throw new ErasureNotFound();
      const subject = { kind: 'account', id: actor.userId };
      await this.audit.record(tx, { actor, action: 'erasure.withdrawn', subject }, now);
      await this.events.tell(tx, erasureWithdrawn(id));
    });
  }
}
