import type { Repeatable } from '@app/hiring';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BeginTimer, type TimerStart } from './begin-timer.ts';
import type { LoggedTime } from './logged-time.ts';
import { TimerRunning } from './timelog.errors.ts';

/** An assistant starts to work. */
@Injectable()
export class StartTimer {
  constructor(private readonly begin: BeginTimer) {}

  /** Throws `TimerRunning` when one runs already, for whichever client, and what `assertWorkable` throws. */
  run(actor: User, timer: TimerStart, key: string): Promise<Repeatable<LoggedTime>> {
    return this.begin.run(actor, timer, { key, verb: 'start_timer' }, (running) => {
      if (running) throw new TimerRunning(running);
    });
  }
}
