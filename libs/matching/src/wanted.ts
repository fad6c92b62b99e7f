import type { Brief } from '@app/hiring';

import type { Wanted } from './fit.ts';

export function wantedBy(brief: Brief): Wanted {
  const { specialties, tools, weeklyMinutes, minRate, maxRate, overlapMinutes } = brief;
  return {
    ...{ specialties, tools, weeklyMinutes, minRate, maxRate, overlapMinutes },
    text: `${brief.title} ${brief.description}`,
  };
}
