import { Clock, Money, type User } from '@app/kernel';
import { NoProfileYet, Profiles } from '@app/profiles';
import { Injectable } from '@nestjs/common';

import { BriefsForAssistant, type OpenBrief } from './briefs-for-assistant.queries.ts';
import { offeredBy } from './facts.ts';
import type { Wanted } from './fit.ts';
import { explainToAssistant, type ExplainedLeftOut, withRankedLower } from './left-out.ts';
import { TaxonomyNames } from './names.ts';
import { byScore, LISTED } from './ranking.ts';
import { type Score, scoreOf } from './score.ts';
import { sharedWeeks } from './shared-weeks.ts';

export type BriefMatch = OpenBrief & Score;

export interface BriefMatches {
  /** Every open brief that was looked at: the matches and those left out. */
  readonly considered: number;
  readonly matches: readonly BriefMatch[];
  readonly leftOut: readonly ExplainedLeftOut[];
}

/** Which open briefs fit the assistant, best first, and why: by the score that the client sees. */
@Injectable()
export class FindBriefs {
  constructor(
    private readonly profiles: Profiles,
    private readonly briefs: BriefsForAssistant,
    private readonly names: TaxonomyNames,
    private readonly clock: Clock,
  ) {}

  /** Throws `NoProfileYet` for who has published nothing. */
  async run(actor: User): Promise<BriefMatches> {
    const now = this.clock.now();
    const profile = await this.profiles.find(actor.userId);
    if (!profile?.publishedAt) throw new NoProfileYet();
    const standing = await this.briefs.standing(profile, now);
    const found = await this.briefs.read(profile, standing.freeMinutes, now);
    const names = await this.names.read();

    const { headline, about, specialties, tools, hourlyRate } = profile;
    const offered = offeredBy({ headline, about, specialties, tools, rateCents: hourlyRate.cents, ...standing });
    const ranked = byScore(
      found.briefs.map((brief) => {
        const shared = sharedWeeks(found.ahead.get(brief.client.zone)?.mondays ?? [], brief);
        return { ...brief, ...scoreOf({ wanted: wantedBy(brief), offered, sharedWeeks: shared }, names) };
      }),
    );

    const matches = ranked.slice(0, LISTED);
    const leftOut = withRankedLower(found.leftOut, ranked.length - matches.length);
    return { considered: found.considered, matches, leftOut: explainToAssistant(leftOut) };
  }
}

function wantedBy(brief: OpenBrief): Wanted {
  const { specialties, tools, weeklyMinutes, overlapMinutes } = brief;
  return {
    ...{ specialties, tools, weeklyMinutes, overlapMinutes },
    minRate: Money.usd(brief.minRateCents),
    maxRate: Money.usd(brief.maxRateCents),
    text: `${brief.title} ${brief.description}`,
  };
}
