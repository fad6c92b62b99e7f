import { instantInWeek, weekOf } from '@app/kernel';

/** Where Kontor's staff work. */
const PLATFORM_ZONE = 'America/New_York';
const FRIDAY = 4;
const DAYS_A_WEEK = 7;

/** One business day on, at the same time of day; what arrives at a weekend counts from Monday 00:00. */
export function decideBy(arrived: Date): Date {
  const week = weekOf(arrived, PLATFORM_ZONE);
  const days = [...Array(DAYS_A_WEEK).keys()];
  const day = days.findLast((each) => instantInWeek(week, each, 0) <= arrived) ?? 0;
  if (day > FRIDAY) return instantInWeek(week, DAYS_A_WEEK + 1, 0);
  const next = day === FRIDAY ? DAYS_A_WEEK : day + 1;
  const sinceMidnight = arrived.getTime() - instantInWeek(week, day, 0).getTime();
  return new Date(instantInWeek(week, next, 0).getTime() + sinceMidnight);
}
