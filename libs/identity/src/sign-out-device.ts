import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { SessionNotFound } from './identity.errors.ts';
import { Sessions } from './sessions.repository.ts';

@Injectable()
export class SignOutDevice {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Ends one of the actor's own sessions. Throws `SessionNotFound`, also for one that has ended. */
  run(actor: User, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      if (!(await this.sessions.endOne(tx, actor.userId, id, now))) throw new SessionNotFound();
      const subject = { kind: 'account', id: actor.userId };
      await this.audit.record(tx, { actor, action: 'session.ended', subject, before: { sessionId: id } }, now);
    });
  }
}
