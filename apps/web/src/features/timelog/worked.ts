import type { WeekView } from '@app/wire/timelog';

/** Seconds within the limit and past it, with the running timer, which the api counts when it stops. */
export function worked(
  { countedSeconds, overLimitSeconds, limitSeconds, runningSince, start }: WeekView,
  now: Date,
): { within: number; over: number } {
  if (runningSince === null) return { within: countedSeconds, over: overLimitSeconds };
  const since = Math.max(Date.parse(runningSince), Date.parse(start));
  const running = Math.max(0, Math.trunc((now.getTime() - since) / 1000));
  const within = Math.min(limitSeconds, countedSeconds + running);
  return { within, over: overLimitSeconds + countedSeconds + running - within };
}
