import type { Bucket, TimeEntry } from './time-entry.ts';
import { type ClosedRange, isClosed, secondsAfter, secondsOf } from './time-range.ts';

/** Shares of the weekly limit, in percent, at which both sides are warned. */
export const WARN_AT_PERCENT = [80, 95, 100] as const;
export type WarnPercent = (typeof WARN_AT_PERCENT)[number];

export interface BucketedRange extends ClosedRange {
  readonly bucket: Bucket;
}

/** Cuts time at the second in which the limit is reached: what has room is within, the rest is over the limit. */
export function fill(roomSeconds: number, range: ClosedRange): BucketedRange[] {
  if (roomSeconds <= 0) return [{ ...range, bucket: 'over_limit' }];
  if (secondsOf(range) <= roomSeconds) return [{ ...range, bucket: 'within' }];
  const crossing = secondsAfter(range.start, roomSeconds);
  return [
    { start: range.start, end: crossing, bucket: 'within' },
    { start: crossing, end: range.end, bucket: 'over_limit' },
  ];
}

export interface Promotion {
  readonly entry: TimeEntry;
  /** The entry as it becomes: whole, or cut where the room ends. */
  readonly parts: BucketedRange[];
}

/** Room that came free goes to the earliest time over the limit. */
export function promote(roomSeconds: number, overLimit: readonly TimeEntry[]): Promotion[] {
  const promotions: Promotion[] = [];
  let room = roomSeconds;
  for (const entry of overLimit.toSorted((a, b) => a.start.getTime() - b.start.getTime())) {
    if (room <= 0 || !isClosed(entry)) break;
    promotions.push({ entry, parts: fill(room, { start: entry.start, end: entry.end }) });
    room -= secondsOf(entry);
  }
  return promotions;
}

/** The highest share of the limit that has been reached; null below the first. */
export function reached(seconds: number, limitSeconds: number): WarnPercent | null {
  return WARN_AT_PERCENT.findLast((percent) => seconds * 100 >= limitSeconds * percent) ?? null;
}
