import { Database } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { freezeDue, nextFreeze } from './freeze-weeks.queries.ts';
import { weeksFrozen } from './timelog.events.ts';

/** Monday 12:00 of each client's zone: what was worked last week is what will be billed. */
@Injectable()
export class FreezeWeeks implements Sweep {
  readonly name = 'timelog.freeze-weeks';

  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** How many weeks were closed; those without a billable second have nothing to tell. */
  run(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const frozen = await freezeDue(tx, 'frozen', now);
      const zero = await freezeDue(tx, 'zero', now);
      if (frozen > 0) await this.events.tell(tx, weeksFrozen(now, frozen));
      return frozen + zero;
    });
  }

  nextDueAt(): Promise<Date | null> {
    return nextFreeze(this.db.reader);
  }
}
