import type { Audit } from '@app/audit';
import { refusalOf, type Tx } from '@app/database';
import type { Staff } from '@app/kernel';

import { OnlyTheFuture, TakenAlready } from '../staff.errors.ts';

/** A row of what holds from an instant on. Those that came with Kontor were added by nobody. */
export interface AddedRow {
  readonly effectiveFrom: Date;
  readonly addedBy: string | null;
  readonly addedAt: Date | null;
}

interface NewRow {
  readonly table: 'fee_schedule' | 'cycle_policy' | 'unpaid_policy';
  readonly effectiveFrom: Date;
  /** By their names in the table, which the caller writes and no request. */
  readonly columns: Readonly<Record<string, number | string>>;
  readonly actor: Staff;
  readonly reason: string;
}

const UNIQUE = '23505';

/** Adds what shall hold, with the row that it follows in the audit. Throws `OnlyTheFuture` or `TakenAlready`. */
export async function addRow(tx: Tx, audit: Audit, row: NewRow, now: Date): Promise<void> {
  const { table, effectiveFrom, columns, actor, reason } = row;
  if (effectiveFrom <= now) throw new OnlyTheFuture('effectiveFrom');
  const [before] = await tx.query<{ row: object }[]>(
    `select to_jsonb(t) - 'added_by' - 'added_at' as row from ${table} t where effective_from < $1
      order by effective_from desc limit 1`,
    [effectiveFrom],
  );
  const names = Object.keys(columns);
  const places = names.map((_, place) => `$${place + 4}`);
  try {
    await tx.query(
      `insert into ${table} (effective_from, added_by, added_at, ${names.join(', ')}) values ($1, $2, $3, ${places.join(', ')})`,
      [effectiveFrom, actor.userId, now, ...Object.values(columns)],
    );
  } catch (error) {
    throw refusalOf(error)?.code === UNIQUE ? new TakenAlready('row') : error;
  }
  const follows = before?.row;
  const after = { effective_from: effectiveFrom, ...columns };
  await audit.record(
    tx,
    { actor, action: 'policy.added', subject: { kind: table, id: table }, before: follows, after, reason },
    now,
  );
}
