import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Sessions } from './sessions.repository.ts';

@Injectable()
export class SignOutOthers {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Ends every session of the actor but the one that asks, whose token this is. */
  run(actor: User, session: string): Promise<void> {
    return this.db.transaction((tx) => this.sessions.endAll(tx, actor.userId, this.clock.now(), session));
  }
}
