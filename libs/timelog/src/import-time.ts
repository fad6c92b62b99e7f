import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Events, IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { assertZone, Clock, Invalid, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { checkRows } from './import/check-rows.ts';
import { type ExportRow, type LeftOut, readExport, type ReadExport } from './import/read-export.ts';
import { TimeImports } from './import/time-imports.ts';
import type { DateOrder } from './import/wall-clock.ts';
import { secondsOf } from './time-range.ts';
import { ExportRefused } from './timelog.errors.ts';
import { importRequested } from './timelog.events.ts';
import { assertWorkable, lockContract } from './worked-contract.ts';

export interface TimeImport {
  readonly contractId: string;
  readonly fileName: string;
  /** A detailed export of Toggl Track or Clockify. */
  readonly csv: string;
  /** The zone whose clock the file was written by. */
  readonly zone: string;
  readonly preview?: boolean | undefined;
  readonly fold?: 'earlier' | 'later' | undefined;
  readonly dates?: DateOrder | undefined;
}

export interface ImportedTime {
  /** Null for a preview. */
  readonly importId: string | null;
  readonly entries: readonly ExportRow[];
  readonly seconds: number;
  readonly leftOut: readonly LeftOut[];
}

/**
 * An assistant hands over what another tracker has recorded, to be logged: the whole file, or nothing of it. A preview
 * says what that would be.
 */
@Injectable()
export class ImportTime {
  constructor(
    private readonly db: Database,
    private readonly imports: TimeImports,
    private readonly keys: IdempotencyKeys,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws `ExportRefused` naming the line and column of every fault: for a preview overlaps with what is logged among
   * them, which `LogImport` finds in a file that was handed over.
   */
  async run(actor: User, wanted: TimeImport, key: string): Promise<Repeatable<ImportedTime>> {
    const read = readAll(wanted);
    if (wanted.preview) {
      await this.db.transaction((tx) => this.check(tx, actor, wanted, read));
      return { value: { importId: null, ...told(read) }, repeated: false };
    }
    const { id, repeated } = await this.db.transaction((tx) => this.handOver(tx, actor, wanted, read, key));
    return { value: { importId: id, ...told(read) }, repeated };
  }

  private async check(tx: Tx, actor: User, { contractId }: TimeImport, read: ReadExport): Promise<void> {
    const contract = await lockContract(tx, actor, contractId);
    assertWorkable(actor, contract);
    const faults = await checkRows(tx, read, contract, this.clock.now());
    if (faults.length > 0) throw new ExportRefused(faults);
  }

  private async handOver(tx: Tx, actor: User, wanted: TimeImport, read: ReadExport, key: string) {
    const request = { userId: actor.userId, key, request: { verb: 'import_time', ...wanted } };
    const id = randomUUIDv7();
    const before = await this.keys.claim(tx, request, id);
    if (before !== null) return { id: before, repeated: true };
    assertWorkable(actor, await lockContract(tx, actor, wanted.contractId));
    const { contractId, fileName, zone } = wanted;
    const content = { rows: read.rows, columns: read.columns };
    const [assistantId, askedAt] = [actor.userId, this.clock.now()];
    await this.imports.add(tx, { id, assistantId, contractId, fileName, zone, content, askedAt });
    await this.events.tell(tx, importRequested(id));
    return { id, repeated: false };
  }
}

function readAll({ csv, zone, fold, dates }: TimeImport): ReadExport {
  try {
    assertZone(zone);
  } catch {
    throw Invalid.field('zone', 'is no time zone such as Europe/Lisbon');
  }
  const read = readExport(csv, { zone, fold, dates });
  if ('faults' in read) throw new ExportRefused(read.faults);
  if (read.rows.length === 0) throw new ExportRefused([{ line: 1, column: 'whole file', message: 'holds no work' }]);
  return read;
}

function told({ rows, leftOut }: ReadExport): Omit<ImportedTime, 'importId'> {
  return { entries: rows, leftOut, seconds: rows.reduce((sum, row) => sum + secondsOf(row), 0) };
}
