import { Invalid } from '@app/kernel';

import { LONGEST_NOTE, SHORTEST_NOTE } from './note.ts';
import { type ClosedRange, isWholeSecond, toSecond } from './time-range.ts';
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

/** Throws Invalid, naming `start` or `end`. */
export function assertLoggable(range: ClosedRange, contract: WorkedContract, now: Date): void {
  const fault = rangeFault(range, contract, now);
  if (fault) throw Invalid.field(fault.side, fault.message);
}

export function assertNote(note: string): void {
  const length = note.trim().length;
  if (length < SHORTEST_NOTE) throw Invalid.field('note', `must have at least ${SHORTEST_NOTE} characters`);
  if (length > LONGEST_NOTE) throw Invalid.field('note', `must have at most ${LONGEST_NOTE} characters`);
}
