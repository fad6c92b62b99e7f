import type { TimeRange } from '@app/database';

const SECOND_MS = 1_000;

/** Time that has been worked: `[start, end)` in whole seconds. */
export interface ClosedRange extends TimeRange {
  readonly end: Date;
}

export function isClosed(range: TimeRange): range is ClosedRange {
  return range.end !== null;
}

export function secondsOf({ start, end }: ClosedRange): number {
  return (end.getTime() - start.getTime()) / SECOND_MS;
}

export function secondsAfter(instant: Date, seconds: number): Date {
  return new Date(instant.getTime() + seconds * SECOND_MS);
}

/** The second in which the instant lies. */
export function toSecond(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / SECOND_MS) * SECOND_MS);
}

export function isWholeSecond(instant: Date): boolean {
  return instant.getTime() % SECOND_MS === 0;
}

export function earliest(...instants: Date[]): Date {
  return new Date(Math.min(...instants.map(Number)));
}

export function latest(...instants: Date[]): Date {
  return new Date(Math.max(...instants.map(Number)));
}

/** Touching is not overlapping: ranges are half-open, and a running one has no end. */
export function overlap(a: TimeRange, b: TimeRange): boolean {
  return startsBefore(a.start, b.end) && startsBefore(b.start, a.end);
}

/** What is left of `range` once the others are taken out of it, in order. */
export function without(range: TimeRange, taken: readonly TimeRange[]): TimeRange[] {
  return taken.reduce<TimeRange[]>((left, hole) => left.flatMap((piece) => cutOut(piece, hole)), [range]);
}

function cutOut(piece: TimeRange, hole: TimeRange): TimeRange[] {
  if (!overlap(piece, hole)) return [piece];
  const rest: TimeRange[] = [];
  if (piece.start < hole.start) rest.push({ start: piece.start, end: hole.start });
  if (hole.end && startsBefore(hole.end, piece.end)) rest.push({ start: hole.end, end: piece.end });
  return rest;
}

function startsBefore(start: Date, end: Date | null): boolean {
  return end === null || start < end;
}
