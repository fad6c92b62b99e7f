import { Conflict, Invalid } from '@app/kernel';

import type { RunningTimer } from './running-timer.ts';
import { secondsAfter, toSecond } from './time-range.ts';

const REACHES_BACK_HOURS = 24;
/** What a clock set by ours may be ahead of it. */
const AHEAD_SECONDS = 60;
const HOUR_SECONDS = 3_600;

/** The tap was made without a network, longer ago than a timer may be put right. */
export class TimerInstantTooOld extends Conflict {
  constructor() {
    super('timer_instant_too_old', `This happened more than ${REACHES_BACK_HOURS} hours ago: log the time by hand.`);
  }
}

/** What runs was started after the tap that was to end it. */
export class TimerStartedLater extends Conflict {
  constructor(running: { id: string; contractId: string; start: Date }) {
    super('timer_started_later', 'What runs now was started after that.', {
      entryId: running.id,
      contractId: running.contractId,
      start: running.start.toISOString(),
    });
  }
}

/**
 * The instant of a tap, to the second: now by our own clock, unless it was made without a network and says when. Never
 * in the future. Throws `TimerInstantTooOld`, and Invalid for what is ahead of our clock by more than a minute.
 */
export function tapInstant(at: Date | undefined, now: Date): Date {
  if (at === undefined || (at > now && at <= secondsAfter(now, AHEAD_SECONDS))) return toSecond(now);
  if (at > now) throw Invalid.field('at', 'is in the future');
  if (at < secondsAfter(now, -REACHES_BACK_HOURS * HOUR_SECONDS)) throw new TimerInstantTooOld();
  return toSecond(at);
}

export function assertNotStartedAfter(running: RunningTimer, at: Date): void {
  if (running.start > at) throw new TimerStartedLater(running);
}
