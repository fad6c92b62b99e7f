import { Database } from '@app/database';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { Entries } from './entries.repository.ts';
import { type LoggedTime, loggedTime } from './logged-time.ts';
import { findRunning, stopOn } from './running-timer.ts';
import { NoTimerRuns } from './timelog.errors.ts';
import { Timesheets } from './timesheets.ts';

/** An assistant stops working. */
@Injectable()
export class StopTimer {
  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly entries: Entries,
    private readonly clock: Clock,
  ) {}

  /** The pieces it was cut into at a week's edge or at the limit; none when it ran for less than a second. */
  async run(actor: User): Promise<LoggedTime> {
    const now = this.clock.now();
    const stopped = await this.db.transaction(async (tx) => {
      await this.timesheets.lockAssistant(tx, actor.userId);
      const timer = await findRunning(tx, actor.userId);
      if (!timer) throw new NoTimerRuns();

      const sheet = await this.timesheets.open(tx, [], [timer], now);
      const pieces = stopOn(sheet, timer, now);
      await this.timesheets.write(tx, sheet, actor.userId, now);
      return pieces.map(({ id }) => id);
    });
    return loggedTime(await this.entries.byId(actor, stopped));
  }
}
