import type { TimeRange } from '@app/database';
import { Invalid } from '@app/kernel';

import { LONGEST_NOTE, SHORTEST_NOTE } from './note.ts';
import { type ClosedRange, isWholeSecond, overlap, secondsAfter, toSecond } from './time-range.ts';
import { ContractWasPaused } from './timelog.errors.ts';
import type { WorkedContract } from './worked-contract.ts';

/** Which side of a time is wrong, and how to say it. */
interface RangeFault {
  readonly side: 'start' | 'end';
  readonly message: string;
}

/** What keeps this time from being logged on the contract, whoever logs it and from wherever it comes. */
export function rangeFault(range: ClosedRange, contract: WorkedContract, now: Date): RangeFault | null {
  if (!isWholeSecond(range.start)) return { side: 'start', message: 'must be a whole second' };
  if (!isWholeSecond(range.end)) return { side: 'end', message: 'must be a whole second' };
  if (range.end <= range.start) return { side: 'end', message: 'must be after the start' };
  if (range.end > now) return { side: 'end', message: 'is in the future' };
  // A timer may be started in the very second in which the offer was accepted.
  if (!contract.startedAt || range.start < toSecond(contract.startedAt)) {
    return { side: 'start', message: 'is before the contract began' };
  }
  return null;
}

/** The pause into which some of this time falls, in whole seconds: it may end in the second in which the work goes on. */
export function pauseIn(range: ClosedRange, { pauses }: WorkedContract): TimeRange | null {
  const inSeconds = pauses.map(({ start, end }) => ({
    start: secondsAfter(toSecond(start), 1),
    end: end && toSecond(end),
  }));
  return inSeconds.find((pause) => overlap(pause, range)) ?? null;
}

/** Throws Invalid, naming `start` or `end`, or `ContractWasPaused`. */
export function assertLoggable(range: ClosedRange, contract: WorkedContract, now: Date): void {
  const fault = rangeFault(range, contract, now);
  if (fault) throw Invalid.field(fault.side, fault.message);
  const pause = pauseIn(range, contract);
  if (pause) throw new ContractWasPaused(pause);
}

export function assertNote(note: string): void {
  const length = note.trim().length;
  if (length < SHORTEST_NOTE) throw Invalid.field('note', `must have at least ${SHORTEST_NOTE} characters`);
  if (length > LONGEST_NOTE) throw Invalid.field('note', `must have at most ${LONGEST_NOTE} characters`);
}
