import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type CyclePolicy, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { addRow, type AddedRow } from './add-row.ts';

export type CycleRow = AddedRow & CyclePolicy;

/** When weeks freeze, how long they are reviewed and how long money is held, from when on. */
@Injectable()
export class CycleRows {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  list(): Promise<CycleRow[]> {
    return this.db.reader.query(
      `select effective_from as "effectiveFrom", freeze_hour as "freezeHour", review_ends_day as "reviewEndsDay",
              shortest_review_hours as "shortestReviewHours", hold_days as "holdDays", added_by as "addedBy",
              added_at as "addedAt"
         from cycle_policy order by effective_from desc`,
    );
  }

  /** Throws `OnlyTheFuture` or `TakenAlready`. */
  async add(actor: Staff, row: CyclePolicy & { effectiveFrom: Date }, reason: string): Promise<void> {
    const columns = {
      ...{ freeze_hour: row.freezeHour, review_ends_day: row.reviewEndsDay },
      ...{ shortest_review_hours: row.shortestReviewHours, hold_days: row.holdDays },
    };
    const given = { table: 'cycle_policy', effectiveFrom: row.effectiveFrom, columns, actor, reason } as const;
    await this.db.transaction((tx) => addRow(tx, this.audit, given, this.clock.now()));
  }
}
