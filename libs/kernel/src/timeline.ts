import { instantInWeek, type Week } from './week.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When things happen to a worked week. Rows of `cycle_policy`, each with the date from which it holds. */
export interface CyclePolicy {
  /** Hour of the Monday after the week, in the client's zone, at which the week freezes and is invoiced. */
  readonly freezeHour: number;
  /** Days after the week's end, at 00:00 in the client's zone, to which the client's review runs: 5 is Friday 24:00. */
  readonly reviewEndsDay: number;
  /** The review lasts at least this long after the invoice is issued. */
  readonly shortestReviewHours: number;
  /** Days that the money of a client who is not trusted yet is held after it is both paid and reviewed. */
  readonly holdDays: number;
}

export const defaultCyclePolicy: CyclePolicy = {
  freezeHour: 12,
  reviewEndsDay: 5,
  shortestReviewHours: 72,
  holdDays: 5,
};

export interface Timeline {
  readonly freezesAt: Date;
  reviewEndsAt(issuedAt: Date): Date;
  /** The later of payment and review's end, and the hold on top for a client not trusted yet. */
  releasesAt(paidAt: Date, reviewEndedAt: Date): Date;
}

/** Every deadline of one worked week, computed here and nowhere else; the columns keep what it says. */
export function timeline(week: Week, policy: CyclePolicy, trust: 'trusted' | 'new'): Timeline {
  const friday = instantInWeek(week, 7 + policy.reviewEndsDay, 0);
  const hold = trust === 'trusted' ? 0 : policy.holdDays * DAY_MS;
  return {
    freezesAt: instantInWeek(week, 7, policy.freezeHour),
    reviewEndsAt: (issuedAt) => later(friday, new Date(issuedAt.getTime() + policy.shortestReviewHours * HOUR_MS)),
    releasesAt: (paidAt, reviewEndedAt) => new Date(later(paidAt, reviewEndedAt).getTime() + hold),
  };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
