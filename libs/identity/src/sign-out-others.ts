import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Sessions } from './sessions.repository.ts';

@Injectable()
export class SignOutOthers {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ends every session of the actor but the one that asks, whose token this is. */
  run(actor: User, session: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await this.sessions.endAll(tx, actor.userId, now, session);
      const subject = { kind: 'account', id: actor.userId };
      await this.audit.record(tx, { actor, action: 'session.others_ended', subject }, now);
    });
  }
}
