import { Database } from '@app/database';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { HoldCauseKind } from './cause.ts';
import { EndHold } from './end-hold.ts';

interface Expired {
  readonly earningId: string;
  readonly kind: HoldCauseKind;
  readonly id: string;
}

/** Holds that were placed until a date end by themselves then. */
@Injectable()
export class EndExpiredHolds implements Sweep {
  readonly name = 'billing.end-holds';

  constructor(
    private readonly db: Database,
    private readonly endHold: EndHold,
  ) {}

  async run(now: Date): Promise<number> {
    const expired = await this.db.reader.query<Expired[]>(
      `select earning_id as "earningId", cause_kind as kind, cause_id as id from earning_hold
        where released_at is null and until <= $1 order by until, id`,
      [now],
    );
    let ended = 0;
    for (const { earningId, kind, id } of expired)
      ended += Number(await this.db.transaction((tx) => this.endHold.run(tx, { earningId, cause: { kind, id } }, now)));
    return ended;
  }

  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(until) as at from earning_hold where released_at is null`,
    );
    return at;
  }
}
