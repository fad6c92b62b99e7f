import { addDays, instantOf, wallClock } from '../../ui/zoned.ts';

const MINUTE_MS = 60_000;

export interface Stretch {
  readonly start: string;
  readonly end: string;
}

/** The same stretch so many days later, by the clock on the wall; null where the clock skips it. */
export function movedByDays({ start, end }: Stretch, days: number, zone: string): Stretch | null {
  const moved = later(start, days, zone);
  return moved === null ? null : { start: moved, end: shifted(end, Date.parse(moved) - Date.parse(start)) };
}

export function movedByMinutes({ start, end }: Stretch, minutes: number): Stretch {
  return { start: shifted(start, minutes * MINUTE_MS), end: shifted(end, minutes * MINUTE_MS) };
}

function later(instant: string, days: number, zone: string): string | null {
  const { date, time } = wallClock(new Date(instant), zone);
  const found = instantOf({ date: addDays(date, days), time }, zone);
  if (found.kind === 'gap') return null;
  const minute = found.kind === 'fold' ? found.earlier : found.at;
  return shifted(minute.toISOString(), Date.parse(instant) % MINUTE_MS);
}

function shifted(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString();
}
