import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { type BrowserName, browserName } from './browser-name.ts';
import { Sessions } from './sessions.repository.ts';

/** One place where somebody is signed in. */
export interface Device extends BrowserName {
  readonly id: string;
  readonly createdAt: Date;
  /** To the hour. */
  readonly seenAt: Date;
  readonly isThisOne: boolean;
}

@Injectable()
export class ListDevices {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** Where the actor is signed in: this one first, then as they were last seen. `session` is the asking one's token. */
  async run(actor: User, session: string): Promise<Device[]> {
    const live = await this.sessions.ofPerson(actor.userId, session, this.clock.now());
    return live.map(({ userAgent, ...device }) => ({ ...device, ...browserName(userAgent) }));
  }
}
