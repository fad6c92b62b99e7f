import type { DomainEvent } from '@app/delivery';

import type { TimeEntry } from './time-entry.ts';
import type { WarnPercent } from './weekly-limit.ts';

/** One a run of the sweep, however many weeks froze in it. */
export type WeeksFrozen = DomainEvent<'weeks.frozen', { frozenAt: string; count: number }>;
/** A share of a week's limit was reached, in percent. */
export type LimitNeared = DomainEvent<'limit.neared', { contractWeekId: string; percent: WarnPercent }>;

/** The client lets more of a week be worked. */
export type LimitRaised = DomainEvent<'limit.raised', { contractWeekId: string; limitMinutes: number }>;

export type StopReason = 'longest_run' | 'contract_not_active' | 'billing_hold';
/** Kontor stopped a timer that nobody stopped. */
export type TimerStopped = DomainEvent<
  'timer.stopped',
  { entryId: string; contractId: string; assistantId: string; stoppedAt: string; why: StopReason }
>;

/** A tracker's file was handed over: a worker logs it. */
export type ImportRequested = DomainEvent<'import.requested', { importId: string }>;
/** All of a tracker's file is logged. */
export type ImportLogged = DomainEvent<'import.logged', { importId: string }>;
/** Nothing of a tracker's file was logged, and the import says why. */
export type ImportRefused = DomainEvent<'import.refused', { importId: string }>;

export function weeksFrozen(frozenAt: Date, count: number): WeeksFrozen {
  return { type: 'weeks.frozen', payload: { frozenAt: frozenAt.toISOString(), count } };
}

export function limitNeared(contractWeekId: string, percent: WarnPercent): LimitNeared {
  return { type: 'limit.neared', payload: { contractWeekId, percent } };
}

export function limitRaised(contractWeekId: string, limitSeconds: number): LimitRaised {
  return { type: 'limit.raised', payload: { contractWeekId, limitMinutes: limitSeconds / 60 } };
}

export function timerStopped(timer: TimeEntry, stoppedAt: Date, why: StopReason): TimerStopped {
  const { id: entryId, contractId, assistantId } = timer;
  return {
    type: 'timer.stopped',
    payload: { entryId, contractId, assistantId, stoppedAt: stoppedAt.toISOString(), why },
  };
}

export function importRequested(importId: string): ImportRequested {
  return { type: 'import.requested', payload: { importId } };
}

export function importLogged(importId: string): ImportLogged {
  return { type: 'import.logged', payload: { importId } };
}

export function importRefused(importId: string): ImportRefused {
  return { type: 'import.refused', payload: { importId } };
}
