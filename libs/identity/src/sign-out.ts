import { Database } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Sessions } from './sessions.repository.ts';

@Injectable()
export class SignOut {
  constructor(
    private readonly db: Database,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Ends the session of this token, for good: whoever has a copy of the cookie is signed out too. */
  run(token: string): Promise<void> {
    return this.db.transaction((tx) => this.sessions.end(tx, token, this.clock.now()));
  }
}
