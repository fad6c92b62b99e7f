import { Database } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { earningsReleasedAt } from './billing.events.ts';
import { earningsReleased } from './billing.journals.ts';
import { EARNINGS_RELEASED } from './earning.queries.ts';

/** Money that is paid, reviewed and past its hold becomes due to its assistant. */
@Injectable()
export class ReleaseEarnings implements Sweep {
  readonly name = 'billing.release-earnings';

  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
    private readonly events: Events,
  ) {}

  /** How many earnings were released. */
  run(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const released = await this.ledger.postMany(
        tx,
        earningsReleased,
        { sql: EARNINGS_RELEASED, parameters: [now] },
        now,
      );
      if (released > 0) await this.events.tell(tx, earningsReleasedAt(now, released));
      return released;
    });
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(releases_at) as at from earning where state = 'held' and live_holds = 0`,
    );
    return at;
  }
}
