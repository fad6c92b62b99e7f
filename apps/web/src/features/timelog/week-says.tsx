import type { WeekView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

/** Where a week stands, in one sentence; the dates stand beside it. */
export function WeekSays({ week, now }: { readonly week: WeekView; readonly now: Date }) {
  return useTranslations('time')(`weekSays.${saying(week, now)}`);
}

function saying({ state, review, dispute, end, runningSince, overLimitSeconds, countedSeconds }: WeekView, now: Date) {
  if (state !== 'open') {
    if (review === 'disputed' && state === 'invoiced' && dispute?.outcome) return 'disputeOver';
    return review === 'approved' || review === 'disputed' || review === 'resolved' ? review : state;
  }
  if (now.getTime() >= Date.parse(end)) return 'ended';
  if (runningSince !== null) return 'running';
  if (overLimitSeconds > 0) return 'overLimit';
  return countedSeconds > 0 ? 'logging' : 'nothing';
}
