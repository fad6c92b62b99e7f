import { type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { system } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { findOverLimit } from './entries.queries.ts';
import type { SheetWeek } from './sheet-week.ts';
import type { EntryChange, TimeEntry } from './time-entry.ts';
import { WeekFrozen } from './timelog.errors.ts';
import { limitNeared } from './timelog.events.ts';
import { secondsAfter, toSecond } from './time-range.ts';
import { Timesheet } from './timesheet.ts';
import { reached, WARN_AT_PERCENT } from './weekly-limit.ts';
import { weeksById, weeksOf } from './weeks.queries.ts';
import { lockContract } from './worked-contract.ts';
import { deleteEntries, insertEntries, moveCounters, updateEntries } from './write-changes.queries.ts';

/** Opens and writes timesheets. Locks are taken in one order everywhere: the assistant, the contract, the weeks. */
@Injectable()
export class Timesheets {
  constructor(private readonly events: Events) {}

  // First of all: the exclusion constraint alone deadlocks when two requests of one assistant cross.
  async lockAssistant(tx: Tx, assistantId: string): Promise<void> {
    await tx.query(`select from account where id = $1 for no key update`, [assistantId]);
  }

  /** A sheet of these weeks, and of those that the entries to be changed lie in: a running one reaches to `now`. */
  async open(tx: Tx, weeks: readonly SheetWeek[], entries: readonly TimeEntry[], now: Date): Promise<Timesheet> {
    const sheet = new Map(weeks.map((week) => [week.id, week]));
    for (const { contractId, start, end } of entries) {
      if (end !== null) continue;
      const contract = await lockContract(tx, system, contractId);
      const worked = await weeksOf(tx, contract, { start, end: secondsAfter(toSecond(now), 1) });
      for (const week of worked) if (!sheet.has(week.id)) sheet.set(week.id, week);
    }
    const missing = entries.map(({ contractWeekId }) => contractWeekId).filter((id) => !sheet.has(id));
    for (const week of await weeksById(tx, [...new Set(missing)])) sheet.set(week.id, week);
    return new Timesheet([...sheet.values()]);
  }

  /** Writes what a long sheet holds already; `write` ends it. Throws `WeekFrozen`. */
  async writeSoFar(tx: Tx, sheet: Timesheet, by: string | null, at: Date): Promise<void> {
    await this.writeChanges(tx, sheet.weeks, sheet.takeChanges(), by, at);
  }

  /** Writes what the sheet holds. Throws `WeekFrozen` when one of its weeks froze meanwhile. */
  async write(tx: Tx, sheet: Timesheet, by: string | null, at: Date): Promise<void> {
    await this.writeChanges(tx, sheet.weeks, sheet.takeChanges(), by, at);
    for (const week of sheet.promotable) {
      sheet.promote(week, await findOverLimit(tx, week.id));
      await this.writeChanges(tx, [week], sheet.takeChanges(), by, at);
    }
    for (const week of sheet.weeks) await this.tellNeared(tx, week);
  }

  private async writeChanges(
    tx: Tx,
    weeks: readonly SheetWeek[],
    changes: readonly EntryChange[],
    by: string | null,
    at: Date,
  ): Promise<void> {
    const moved = weeks.filter((week) => week.moved);
    if (moved.length > 0 && (await moveCounters(tx, moved)) < moved.length) throw new WeekFrozen();
    for (const week of moved) week.settle();

    const { deleted, shrunk, changed, added } = sorted(changes);
    // What makes room goes first: no two entries may overlap even for a moment.
    if (deleted.length > 0) await deleteEntries(tx, deleted);
    if (shrunk.length > 0) await updateEntries(tx, shrunk);
    if (changed.length > 0) await updateEntries(tx, changed);
    if (changes.length > 0) await insertEntries(tx, added, changes, by, at);
  }

  private async tellNeared(tx: Tx, week: SheetWeek): Promise<void> {
    const now = reached(week.countedSeconds, week.limitSeconds);
    const before = reached(week.countedAtFirst, week.limitSeconds);
    if (now !== null && now !== before && week.countedSeconds > week.countedAtFirst) {
      for (const percent of WARN_AT_PERCENT) {
        if (percent > (before ?? 0) && percent <= now) await this.events.tell(tx, limitNeared(week.id, percent));
      }
    }
  }
}

function sorted(changes: readonly EntryChange[]) {
  const deleted = changes.flatMap(({ before, after }) => (before && !after ? before.id : []));
  const updates = changes.flatMap(({ before, after }) => (before && after ? { before, after } : []));
  const shrinks = ({ before, after }: { before: TimeEntry; after: TimeEntry }) =>
    before.start <= after.start && (before.end === null || (after.end !== null && after.end <= before.end));
  return {
    deleted,
    shrunk: updates.filter(shrinks).map(({ after }) => after),
    changed: updates.filter((update) => !shrinks(update)).map(({ after }) => after),
    added: changes.flatMap(({ before, after }) => (!before && after ? after : [])),
  };
}
