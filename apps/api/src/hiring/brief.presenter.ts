import { type Brief, briefCan } from '@app/hiring';
import type { User } from '@app/kernel';
import type { BriefView } from '@app/wire/hiring';

export function presentBrief(actor: User, brief: Brief): BriefView {
  const { id, state, title, description, weeklyMinutes, languages, overlapMinutes, startsOn } = brief;
  return {
    ...{ id, state, title, description, weeklyMinutes, languages, overlapMinutes, startsOn },
    businessId: brief.clientId,
    specialties: [...brief.specialties],
    tools: [...brief.tools],
    minRateCents: brief.minRate.cents,
    maxRateCents: brief.maxRate.cents,
    postedAt: brief.createdAt.toISOString(),
    can: briefCan(actor, brief),
  };
}
