import { billMinutes, Money } from '@app/kernel';

import type { Named } from './described-entry.ts';
import { secondsOf, toSecond } from './time-range.ts';
import type { ReviewState, WeekState } from './week.state.ts';

/** A contract's week as both parties read it. */
export interface DescribedWeek {
  readonly id: string;
  readonly contractId: string;
  readonly clientId: string;
  readonly assistantId: string;
  readonly title: string;
  readonly client: Named;
  readonly assistant: Named;
  readonly start: Date;
  readonly end: Date;
  readonly zone: string;
  readonly state: WeekState;
  readonly review: ReviewState | null;
  readonly rate: Money;
  readonly clientFeeBp: number;
  readonly limitSeconds: number;
  readonly countedSeconds: number;
  readonly overLimitSeconds: number;
  readonly runningSince: Date | null;
  readonly freezesAt: Date;
  readonly reviewEndsAt: Date | null;
  /** Whether work may be done on the contract today. */
  readonly workable: boolean;
}

export interface Worth {
  /** What the assistant earns. */
  readonly worth: Money;
  /** What the client pays for it. */
  readonly clientTotal: Money;
}

/** What the week is worth so far: what is counted, and of a running timer what still fits within the limit. */
export function worthOf(week: DescribedWeek, now: Date): Worth {
  const room = week.limitSeconds - week.countedSeconds;
  const running = week.runningSince ? secondsOf({ start: week.runningSince, end: toSecond(now) }) : 0;
  const seconds = week.countedSeconds + Math.max(0, Math.min(room, running));
  const worth = week.rate.forMinutes(billMinutes(seconds));
  return { worth, clientTotal: worth.plus(worth.basisPoints(week.clientFeeBp)) };
}

const closed: Record<Exclude<WeekState, 'open'>, string> = {
  zero: 'Nothing was worked within the limit.',
  frozen: 'The week is closed, and its invoice is being made.',
  invoiced: 'Invoiced, and in review: silence accepts.',
  accepted: 'Accepted.',
};

/** Where the week stands, in one sentence; the dates stand beside it. */
export function saysOf(week: DescribedWeek, now: Date): string {
  if (week.state !== 'open') return week.review === 'approved' ? 'Approved by the client.' : closed[week.state];
  if (now >= week.end) return 'The week has ended: its time can be corrected until it freezes.';
  if (week.runningSince) return 'The timer is running.';
  if (week.overLimitSeconds > 0) return 'The weekly limit is reached: time beyond it waits for the client.';
  return week.countedSeconds > 0 ? 'Time is being logged.' : 'Nothing is logged yet.';
}
