import { type ReviewedWeek, whyNotDisputable } from './disputable-time.ts';
import { LateClaimTooLate, NotDisputable } from './dispute.errors.ts';

const WITHIN_DAYS = 60;
const DAY_MS = 86_400_000;

/** Until when the week can be claimed once its review is over; null before that. */
export function lateUntil(week: ReviewedWeek, now: Date): Date | null {
  const why = whyNotDisputable(week, now);
  if (why === null || why === 'not_invoiced' || week.reviewEndsAt === null) return null;
  return new Date(week.reviewEndsAt.getTime() + WITHIN_DAYS * DAY_MS);
}

/** Throws `NotDisputable` while the client can dispute it themselves, or `LateClaimTooLate`. */
export function assertLate(week: ReviewedWeek, now: Date): void {
  const until = lateUntil(week, now);
  if (until === null) throw new NotDisputable(whyNotDisputable(week, now) ?? 'still_in_review');
  if (now >= until) throw new LateClaimTooLate(until);
}
