import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { assistantsToStop, nextStop } from './close-timers.queries.ts';
import { findRunning, LONGEST_TIMER_HOURS, type RunningTimer, stopOn, stopsBy } from './running-timer.ts';
import { toSecond } from './time-range.ts';
import { timerStopped } from './timelog.events.ts';
import type { Timesheet } from './timesheet.ts';
import { Timesheets } from './timesheets.ts';

/**
 * Timers that nobody stopped: at the edge of a week each is closed and opened again in the same second, so that the
 * week can freeze; after 12 hours, at a contract's end and where billing holds a client it stops.
 */
@Injectable()
export class CloseTimers implements Sweep {
  readonly name = 'timelog.close-timers';

  constructor(
    private readonly db: Database,
    private readonly timesheets: Timesheets,
    private readonly events: Events,
  ) {}

  async run(now: Date): Promise<number> {
    let closed = 0;
    for (const assistantId of await assistantsToStop(this.db.reader, now, LONGEST_TIMER_HOURS)) {
      closed += await this.db.transaction((tx) => this.close(tx, assistantId, now));
    }
    return closed;
  }

  nextDueAt(): Promise<Date | null> {
    return nextStop(this.db.reader, LONGEST_TIMER_HOURS);
  }

  private async close(tx: Tx, assistantId: string, now: Date): Promise<number> {
    await this.timesheets.lockAssistant(tx, assistantId);
    const timer = await findRunning(tx, assistantId);
    if (!timer) return 0;
    const { at, why } = stopsBy(timer);
    const sheet = await this.timesheets.open(tx, [], [timer], now);
    const over = at <= now;
    if (over) stopOn(sheet, timer, now);
    else if (!reopenAtEdge(sheet, timer, now)) return 0;
    await this.timesheets.write(tx, sheet, null, now);
    if (over) await this.events.tell(tx, timerStopped(timer, at, why));
    return 1;
  }
}

/** False when no week has ended since the timer was started. */
function reopenAtEdge(sheet: Timesheet, timer: RunningTimer, now: Date): boolean {
  const edge = sheet.weeks.find((week) => week.covers(toSecond(now)))?.start;
  if (!edge || edge <= timer.start) return false;
  const ranges = [
    { start: timer.start, end: edge },
    { start: edge, end: null },
  ];
  sheet.change(timer, {}, ranges, { verb: 'stopped', reason: 'the week ended' });
  return true;
}
