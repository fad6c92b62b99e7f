import { Database } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { weeksAccepted } from './billing.events.ts';
import { NEXT_REVIEW_END, WEEKS_ACCEPTED_BY_SILENCE } from './earning.queries.ts';

/** Who says nothing until the review ends has accepted the week. */
@Injectable()
export class AcceptBySilence implements Sweep {
  readonly name = 'billing.accept-by-silence';

  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** How many contract weeks were accepted. */
  run(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      const [{ weeks }] = await tx.query<[{ weeks: number }]>(WEEKS_ACCEPTED_BY_SILENCE, [now]);
      if (weeks > 0) await this.events.tell(tx, weeksAccepted(now, weeks));
      return weeks;
    });
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(NEXT_REVIEW_END);
    return at;
  }
}
