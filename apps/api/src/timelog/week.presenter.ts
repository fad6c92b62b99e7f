import type { DisputeOfWeek } from '@app/disputes';
import type { User } from '@app/kernel';
import { type DescribedWeek, isOpen, mayApprove, mayLog, mayRaiseLimit, saysOf, worthOf } from '@app/timelog';
import type { WeekView } from '@app/wire/timelog';

export function presentWeek(
  actor: User,
  week: DescribedWeek,
  disputes: ReadonlyMap<string, DisputeOfWeek>,
  now: Date,
): WeekView {
  const { id, contractId, title, client, assistant, zone, state, review } = week;
  const { limitSeconds, countedSeconds, overLimitSeconds } = week;
  const { worth, clientTotal } = worthOf(week, now);
  return {
    ...{ id, contractId, title, client, assistant, zone, state, review },
    ...{ limitSeconds, countedSeconds, overLimitSeconds },
    dispute: disputes.get(id) ?? null,
    start: week.start.toISOString(),
    end: week.end.toISOString(),
    rateCents: week.rate.cents,
    runningSince: week.runningSince?.toISOString() ?? null,
    worthCents: worth.cents,
    clientTotalCents: clientTotal.cents,
    freezesAt: week.freezesAt.toISOString(),
    reviewEndsAt: week.reviewEndsAt?.toISOString() ?? null,
    says: saysOf(week, now),
    can: {
      approve: week.review === 'pending' && mayApprove(actor, week),
      raiseLimit: isOpen(week, now) && mayRaiseLimit(actor, week),
      log: week.workable && week.start <= now && now < week.end && mayLog(actor, week),
    },
  };
}
