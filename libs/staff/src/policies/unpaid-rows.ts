import { Audit } from '@app/audit';
import type { UnpaidPolicy } from '@app/billing';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { addRow, type AddedRow } from './add-row.ts';

type Terms = Pick<UnpaidPolicy, 'outcome' | 'finalAfterDays'>;

export type UnpaidRow = AddedRow & Terms;

/** Who bears what a client does not pay, and when nobody tries any more. A week keeps what held when it began. */
@Injectable()
export class UnpaidRows {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  list(): Promise<UnpaidRow[]> {
    return this.db.reader.query(
      `select effective_from as "effectiveFrom", outcome, final_after_days as "finalAfterDays", added_by as "addedBy",
              added_at as "addedAt"
         from unpaid_policy order by effective_from desc`,
    );
  }

  /** Throws `OnlyTheFuture` or `TakenAlready`. */
  async add(actor: Staff, row: Terms & { effectiveFrom: Date }, reason: string): Promise<void> {
    const columns = { outcome: row.outcome, final_after_days: row.finalAfterDays };
    const given = { table: 'unpaid_policy', effectiveFrom: row.effectiveFrom, columns, actor, reason } as const;
    await this.db.transaction((tx) => addRow(tx, this.audit, given, this.clock.now()));
  }
}
