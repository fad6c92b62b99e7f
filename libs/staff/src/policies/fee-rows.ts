import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { Clock, type Staff } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { addRow, type AddedRow } from './add-row.ts';

export interface FeeRow extends AddedRow {
  /** Basis points on top of the rate. */
  readonly clientFeeBp: number;
  /** Basis points kept of the rate. */
  readonly assistantFeeBp: number;
}

/** What Kontor takes, from when on. A contract keeps the fees of the day on which it was offered. */
@Injectable()
export class FeeRows {
  constructor(
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  list(): Promise<FeeRow[]> {
    return this.db.reader.query(
      `select effective_from as "effectiveFrom", client_fee_bp as "clientFeeBp", assistant_fee_bp as "assistantFeeBp",
              added_by as "addedBy", added_at as "addedAt"
         from fee_schedule order by effective_from desc`,
    );
  }

  /** Throws `OnlyTheFuture` or `TakenAlready`. */
  async add(actor: Staff, row: Omit<FeeRow, 'addedBy' | 'addedAt'>, reason: string): Promise<void> {
    const columns = { client_fee_bp: row.clientFeeBp, assistant_fee_bp: row.assistantFeeBp };
    const given = { table: 'fee_schedule', effectiveFrom: row.effectiveFrom, columns, actor, reason } as const;
    await this.db.transaction((tx) => addRow(tx, this.audit, given, this.clock.now()));
  }
}
