import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { findObstacles } from './entries.queries.ts';
import { Entries } from './entries.repository.ts';
import { assertLoggable, assertNote } from './loggable.ts';
import { type LoggedTime, loggedTime } from './logged-time.ts';
import { makeRoom, nameRace, overlapNow, yieldRoom } from './make-room.ts';
import type { OnOverlap } from './overlap.ts';
import { WeekFrozen } from './timelog.errors.ts';
import { Timesheets } from './timesheets.ts';
import { assertOpenSince } from './open-time.ts';
import { weeksOf } from './weeks.queries.ts';
import { assertWorkable, lockContract } from './worked-contract.ts';

export interface WorkedTime {
  readonly contractId: string;
  readonly start: Date;
  readonly end: Date;
  /** What was done: at least 10 characters. */
  readonly note: string;
  /** What to do about time that is already logged; refused, with the choices, unless one is made. */
  readonly onOverlap?: OnOverlap | undefined;
}

/** An assistant logs time that has been worked. */
@Injectable()
export class LogTime {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly entries: Entries,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** Throws `TimeOverlap` with the choices there are, `WeekFrozen`, and what `assertWorkable` throws. */
  async run(actor: User, worked: WorkedTime, key: string): Promise<Repeatable<LoggedTime>> {
    assertNote(worked.note);
    const now = this.clock.now();
    const request = { userId: actor.userId, key, request: { verb: 'log_time', ...worked } };
    const range = { start: worked.start, end: worked.end };
    try {
      const chain = await this.db.transaction(async (tx) => {
        const id = randomUUIDv7();
        const before = await this.keys.claim(tx, request, id);
        if (before !== null) return { id: before, repeated: true };
        await this.log(tx, actor, id, worked, now);
        return { id, repeated: false };
      });
      return { value: loggedTime(await this.entries.ofChain(actor, chain.id)), repeated: chain.repeated };
    } catch (error) {
      throw await nameRace(error, () => overlapNow(this.db.reader, actor.userId, range, now));
    }
  }

  private async log(tx: Tx, actor: User, chainId: string, worked: WorkedTime, now: Date): Promise<void> {
    const { contractId, note, onOverlap, start, end } = worked;
    const range = { start, end };
    await this.timesheets.lockAssistant(tx, actor.userId);
    const contract = await lockContract(tx, actor, contractId);
    assertWorkable(actor, contract);
    assertLoggable(range, contract, now);

    await assertOpenSince(tx, contract, range.start, now);
    const obstacles = await findObstacles(tx, actor.userId, range, now);
    const room = makeRoom(range, obstacles, onOverlap ?? 'refuse');
    const weeks = await weeksOf(tx, contract, range);
    if (!weeks.every((week) => week.isOpen(now))) throw new WeekFrozen();

    const yielding = room.yielding.map(({ entry }) => entry);
    const sheet = await this.timesheets.open(tx, weeks, yielding, now);
    yieldRoom(sheet, room);
    const draft = { chainId, contractId, assistantId: actor.userId, note, source: 'manual', importId: null } as const;
    sheet.log(draft, room.pieces, { verb: 'logged' });
    await this.timesheets.write(tx, sheet, actor.userId, now);
  }
}
