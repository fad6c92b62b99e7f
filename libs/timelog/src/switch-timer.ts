import type { Repeatable } from '@app/hiring';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BeginTimer, type TimerStart } from './begin-timer.ts';
import type { LoggedTime } from './logged-time.ts';

/**
 * Stops the timer that runs and starts this one, at one instant: no second is lost between the
 * two and none is worked for both. With none running it starts.
 */
@Injectable()
export class SwitchTimer {
  constructor(private readonly begin: BeginTimer) {}

  run(actor: User, timer: TimerStart, key: string): Promise<Repeatable<LoggedTime>> {
    return this.begin.run(actor, timer, { key, verb: 'switch_timer' }, () => undefined);
  }
}
