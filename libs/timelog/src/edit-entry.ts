import { Database, type Tx } from '@app/database';
import { allow, Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { DescribedEntry } from './described-entry.ts';
import { findObstacles } from './entries.queries.ts';
import { Entries } from './entries.repository.ts';
import { assertLoggable, assertNote } from './loggable.ts';
import { type LoggedTime, loggedTime } from './logged-time.ts';
import { makeRoom, nameRace, overlapNow, yieldRoom } from './make-room.ts';
import type { OnOverlap } from './overlap.ts';
import { type ClosedRange, secondsAfter, toSecond, without } from './time-range.ts';
import { WeekFrozen } from './timelog.errors.ts';
import { isOpen, mayChange } from './timelog.policy.ts';
import { Timesheets } from './timesheets.ts';
import { assertOpenSince } from './open-time.ts';
import { weeksOf } from './weeks.queries.ts';
import { assertWorkable, lockContract } from './worked-contract.ts';

export interface EntryEdit {
  readonly start?: Date | undefined;
  /** Ends a running timer there. */
  readonly end?: Date | undefined;
  readonly note?: string | undefined;
  /** Kept with the version, for both parties to read. */
  readonly reason?: string | undefined;
  readonly onOverlap?: OnOverlap | undefined;
}

/** An assistant corrects what is logged, until its week freezes. */
@Injectable()
export class EditEntry {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly entries: Entries,
    private readonly clock: Clock,
  ) {}

  /** The entry and whatever pieces its time became. Throws `WeekFrozen`, `TimeOverlap`, Invalid naming the field. */
  async run(actor: User, id: string, edit: EntryEdit): Promise<LoggedTime> {
    if (edit.note !== undefined) assertNote(edit.note);
    const now = this.clock.now();
    try {
      const pieces = await this.db.transaction(async (tx) => {
        await this.timesheets.lockAssistant(tx, actor.userId);
        const entry = await this.entries.find(actor, id, tx);
        allow(mayChange(actor, entry), 'change this entry');
        if (!isOpen({ state: entry.weekState, freezesAt: entry.freezesAt }, now)) throw new WeekFrozen();
        return this.edit(tx, actor, entry, edit, now);
      });
      return loggedTime(await this.entries.byId(actor, pieces));
    } catch (error) {
      throw await nameRace(error, async () => {
        const { start, end } = await this.entries.find(actor, id);
        const range = { start: edit.start ?? start, end: edit.end ?? end };
        return overlapNow(this.db.reader, actor.userId, range, now, id);
      });
    }
  }

  private async edit(tx: Tx, actor: User, entry: DescribedEntry, edit: EntryEdit, now: Date): Promise<string[]> {
    const range = { start: edit.start ?? entry.start, end: edit.end ?? entry.end };
    // A timer that keeps running must have begun by now, and its weeks are those it has reached.
    const reach: ClosedRange = { start: range.start, end: range.end ?? secondsAfter(toSecond(now), 1) };
    const contract = await lockContract(tx, actor, entry.contractId);
    if (without(range, [{ start: entry.start, end: entry.end }]).length > 0) assertWorkable(actor, contract);
    if (range.end) assertLoggable(reach, contract, now);
    else
      assertLoggable(
        { start: range.start, end: secondsAfter(range.start, 1) },
        contract,
        secondsAfter(toSecond(now), 1),
      );

    await assertOpenSince(tx, contract, range.start, now);
    const obstacles = await findObstacles(tx, actor.userId, range, now, entry.id);
    const room = makeRoom(range, obstacles, edit.onOverlap ?? 'refuse');
    const weeks = await weeksOf(tx, contract, reach);
    if (!weeks.every((week) => week.isOpen(now))) throw new WeekFrozen();

    const sheet = await this.timesheets.open(tx, weeks, [entry, ...room.yielding.map((old) => old.entry)], now);
    yieldRoom(sheet, room);
    const note = edit.note ?? entry.note;
    const verb = entry.end === null && range.end !== null ? 'stopped' : 'edited';
    const pieces = sheet.change(entry, { note }, room.pieces, { verb, ...(edit.reason && { reason: edit.reason }) });
    await this.timesheets.write(tx, sheet, actor.userId, now);
    return pieces.map(({ id }) => id);
  }
}
