import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Outcome } from './dispute.entity.ts';

/** Of a week's disputes the one that goes on, or else the last to end. */
export interface DisputeOfWeek {
  readonly id: string;
  readonly number: string;
  /** Null while it goes on. */
  readonly outcome: Outcome | null;
}

/** What weeks and lines of invoices say of being disputed. Whoever may read the week may read this. */
@Injectable()
export class DisputesOfWeeks {
  constructor(private readonly db: Database) {}

  /** By contract week; of a week that was never disputed nothing. */
  async of(weekIds: readonly string[]): Promise<ReadonlyMap<string, DisputeOfWeek>> {
    if (weekIds.length === 0) return new Map();
    const rows = await this.db.reader.query<(DisputeOfWeek & { weekId: string })[]>(
      `select distinct on (contract_week_id) contract_week_id as "weekId", id, number,
              case when closed_at is not null then outcome end as outcome
         from dispute where contract_week_id = any($1)
        order by contract_week_id, closed_at desc nulls first, id desc`,
      [weekIds],
    );
    return new Map(rows.map(({ weekId, ...dispute }) => [weekId, dispute]));
  }
}
