import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { assertZone, Clock, Invalid, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { checkRows } from './import/check-rows.ts';
import { recordImport } from './import/import.queries.ts';
import { type ExportRow, type LeftOut, readExport, type ReadExport } from './import/read-export.ts';
import type { DateOrder } from './import/wall-clock.ts';
import { nameRace, overlapNow } from './make-room.ts';
import { type ClosedRange, earliest, latest, secondsOf } from './time-range.ts';
import { ExportRefused, WeekFrozen } from './timelog.errors.ts';
import { Timesheets } from './timesheets.ts';
import { weeksOf } from './weeks.queries.ts';
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

/** An assistant imports what another tracker has recorded: the whole file, or nothing of it. */
@Injectable()
export class ImportTime {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** Throws `ExportRefused` naming the line and column of every fault, overlaps with what is logged among them. */
  async run(actor: User, wanted: TimeImport, key: string): Promise<Repeatable<ImportedTime>> {
    const now = this.clock.now();
    const read = readAll(wanted);
    try {
      const made = await this.db.transaction((tx) => this.import(tx, actor, wanted, read, key, now));
      return { value: { importId: made.id, ...told(read) }, repeated: made.repeated };
    } catch (error) {
      throw await nameRace(error, () => overlapNow(this.db.reader, actor.userId, spanOf(read), now));
    }
  }

  private async import(tx: Tx, actor: User, wanted: TimeImport, read: ReadExport, key: string, now: Date) {
    const request = { userId: actor.userId, key, request: { verb: 'import_time', ...wanted } };
    const before = wanted.preview ? null : await this.keys.claim(tx, request);
    if (before !== null) return { id: before, repeated: true };
    await this.timesheets.lockAssistant(tx, actor.userId);
    const contract = await lockContract(tx, actor, wanted.contractId);
    assertWorkable(actor, contract);
    const faults = await checkRows(tx, read, contract, now);
    if (faults.length > 0) throw new ExportRefused(faults);
    if (wanted.preview) return { id: null, repeated: false };

    const id = randomUUIDv7();
    await recordImport(tx, { id, ...wanted, assistantId: actor.userId, rows: read.rows.length, importedAt: now });
    const rows = read.rows.toSorted((a, b) => a.start.getTime() - b.start.getTime());
    const weeks = await weeksOf(tx, contract, spanOf(read));
    if (!weeks.every((week) => week.isOpen(now))) throw new WeekFrozen();
    const sheet = await this.timesheets.open(tx, weeks, [], now);
    for (const { start, end, note } of rows) {
      const { contractId } = wanted;
      const draft = {
        chainId: id,
        contractId,
        assistantId: actor.userId,
        note,
        source: 'import',
        importId: id,
      } as const;
      sheet.log(draft, [{ start, end }], { verb: 'logged' });
    }
    await this.timesheets.write(tx, sheet, actor.userId, now);
    await this.keys.settle(tx, request, id);
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

function spanOf({ rows }: ReadExport): ClosedRange {
  return { start: earliest(...rows.map(({ start }) => start)), end: latest(...rows.map(({ end }) => end)) };
}

function told({ rows, leftOut }: ReadExport): Omit<ImportedTime, 'importId'> {
  return { entries: rows, leftOut, seconds: rows.reduce((sum, row) => sum + secondsOf(row), 0) };
}
