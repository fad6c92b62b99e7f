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
import { makeRoom, nameRace, overlapNow } from './make-room.ts';
import { assertOpenSince } from './open-time.ts';
import { findRunning, type RunningTimer, stopOn } from './running-timer.ts';
import { secondsAfter, toSecond } from './time-range.ts';
import { WeekFrozen } from './timelog.errors.ts';
import { assertNotStartedAfter, tapInstant } from './timer-instant.ts';
import { Timesheets } from './timesheets.ts';
import { weeksOf } from './weeks.queries.ts';
import { assertWorkable, lockContract, type WorkedContract } from './worked-contract.ts';

export interface TimerStart {
  readonly contractId: string;
  readonly note: string;
  /** When it was started, told later because there was no network: at most a day ago. Our own clock's now otherwise. */
  readonly at?: Date | undefined;
}

/** How a timer begins, whether or not one is stopped for it, at one instant to the second. */
@Injectable()
export class BeginTimer {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly entries: Entries,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** Starts a timer, and lets `admit` say what becomes of the one that runs: it is stopped at the same instant. */
  async run(
    actor: User,
    { contractId, note, at }: TimerStart,
    { key, verb }: { key: string; verb: string },
    admit: (running: RunningTimer | null) => void,
  ): Promise<Repeatable<LoggedTime>> {
    assertNote(note);
    const now = this.clock.now();
    const start = tapInstant(at, now);
    const range = { start, end: null };
    // Without `at`: the key stands for the tap, which may have been sent before anybody knew there was no answer.
    const request = { userId: actor.userId, key, request: { verb, contractId, note } };
    try {
      const chain = await this.db.transaction(async (tx) => {
        const before = await this.keys.claim(tx, request);
        if (before !== null) return { id: before, repeated: true };
        await this.timesheets.lockAssistant(tx, actor.userId);
        const running = await findRunning(tx, actor.userId);
        admit(running);
        const id = await this.begin(tx, actor, { contractId, note, at: start }, running, now);
        await this.keys.settle(tx, request, id);
        return { id, repeated: false };
      });
      return { value: loggedTime(await this.entries.ofChain(actor, chain.id)), repeated: chain.repeated };
    } catch (error) {
      throw await nameRace(error, () => overlapNow(this.db.reader, actor.userId, range, now));
    }
  }

  private async begin(
    tx: Tx,
    actor: User,
    { contractId, note, at: start }: TimerStart & { at: Date },
    running: RunningTimer | null,
    now: Date,
  ) {
    const contract = await lockContract(tx, actor, contractId);
    assertWorkable(actor, contract);
    if (running) assertNotStartedAfter(running, start);
    await assertMayBegin(tx, contract, start, now);
    makeRoom(
      { start, end: null },
      await findObstacles(tx, actor.userId, { start, end: null }, now, running?.id),
      'refuse',
    );

    const weeks = await weeksOf(tx, contract, { start, end: secondsAfter(start, 1) });
    if (!weeks.every((week) => week.isOpen(now))) throw new WeekFrozen();
    const sheet = await this.timesheets.open(tx, weeks, running ? [running] : [], now);
    if (running) stopOn(sheet, running, start);
    const chainId = randomUUIDv7();
    const draft = { chainId, contractId, assistantId: actor.userId, note, source: 'timer', importId: null } as const;
    sheet.log(draft, [{ start, end: null }], { verb: 'started' });
    await this.timesheets.write(tx, sheet, actor.userId, now);
    return chainId;
  }
}

/** Time that has passed already is held to what is asked of time logged by hand. */
async function assertMayBegin(tx: Tx, contract: WorkedContract, start: Date, now: Date): Promise<void> {
  if (start >= toSecond(now)) return;
  assertLoggable({ start, end: secondsAfter(start, 1) }, contract, now);
  await assertOpenSince(tx, contract, start, now);
}
