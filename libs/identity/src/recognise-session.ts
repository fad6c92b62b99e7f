import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Sessions } from './sessions.repository.ts';

@Injectable()
export class RecogniseSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Turns a cookie's token into who is asking; null when it opens nothing. */
  run(token: string): Promise<User | null> {
    return this.sessions.recognise(token, this.clock.now());
  }
}
