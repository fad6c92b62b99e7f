import { Database } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { DescribedEntry } from './described-entry.ts';
import { Entries } from './entries.repository.ts';
import { findRunning } from './running-timer.ts';

@Injectable()
export class Timers {
  constructor(
    private readonly db: Database,
    private readonly entries: Entries,
  ) {}

  /** The one timer that the person has running, for whichever client. */
  async running(actor: User): Promise<DescribedEntry | null> {
    const timer = await findRunning(this.db.reader, actor.userId);
    return timer && ((await this.entries.byId(actor, [timer.id]))[0] ?? null);
  }
}
