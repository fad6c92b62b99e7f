import { Database, type Tx } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import type { Repeatable } from '@app/hiring';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Entries } from './entries.repository.ts';
import { type LoggedTime, loggedTime } from './logged-time.ts';
import { nameRace } from './make-room.ts';
import { findRunning, stopOn } from './running-timer.ts';
import { NoTimerRuns } from './timelog.errors.ts';
import { assertNotStartedAfter, tapInstant } from './timer-instant.ts';
import { Timesheets } from './timesheets.ts';

export interface TimerStop {
  /** When it was stopped, told later because there was no network: at most a day ago. Our own clock's now otherwise. */
  readonly at?: Date | undefined;
  /** Stands for the tap: a repeat finds what the first one stopped, and stops nothing that was started since. */
  readonly key?: string | undefined;
}

/** An assistant stops working. */
@Injectable()
export class StopTimer {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly entries: Entries,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * The pieces it was cut into at a week's edge or at the limit; none when it ran for less than a second. Throws
   * `NoTimerRuns`, `TimerStartedLater` and what `tapInstant` throws.
   */
  async run(actor: User, { at, key }: TimerStop = {}): Promise<Repeatable<LoggedTime>> {
    const now = this.clock.now();
    const end = tapInstant(at, now);
    try {
      const chain = await this.db.transaction((tx) => this.stopOnce(tx, actor, end, key, now));
      return { value: loggedTime(await this.entries.ofChain(actor, chain.id)), repeated: chain.repeated };
    } catch (error) {
      throw await nameRace(error);
    }
  }

  private async stopOnce(tx: Tx, actor: User, end: Date, key: string | undefined, now: Date) {
    const request = key === undefined ? null : { userId: actor.userId, key, request: { verb: 'stop_timer' } };
    const before = request && (await this.keys.claim(tx, request));
    if (before !== null) return { id: before, repeated: true };
    await this.timesheets.lockAssistant(tx, actor.userId);
    const timer = await findRunning(tx, actor.userId);
    if (!timer) throw new NoTimerRuns();
    assertNotStartedAfter(timer, end);

    const sheet = await this.timesheets.open(tx, [], [timer], now);
    stopOn(sheet, timer, end);
    await this.timesheets.write(tx, sheet, actor.userId, now);
    if (request) await this.keys.settle(tx, request, timer.chainId);
    return { id: timer.chainId, repeated: false };
  }
}
