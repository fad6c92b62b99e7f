import { Database } from '@app/database';
import { type Brief, Briefs, FeeSchedule } from '@app/hiring';
import { type Actor, Clock, Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { AssistantsForBrief, type Candidate } from './assistants-for-brief.queries.ts';
import { offeredBy } from './facts.ts';
import { explainToClient, type ExplainedLeftOut, withRankedLower } from './left-out.ts';
import { TaxonomyNames } from './names.ts';
import { byScore, LISTED } from './ranking.ts';
import { type Score, scoreOf } from './score.ts';
import { sharedWeeks } from './shared-weeks.ts';
import { wantedBy } from './wanted.ts';
import { workingWeeks } from './working-weeks.ts';

export interface AssistantMatch extends Candidate, Score {
  /** What an hour of theirs costs the client, with today's service fee. */
  readonly allInRate: Money;
}

export interface AssistantMatches {
  /** Everybody who was looked at: the matches and those left out. */
  readonly considered: number;
  readonly matches: readonly AssistantMatch[];
  readonly leftOut: readonly ExplainedLeftOut[];
}

/** Who fits a brief, best first, and why. */
@Injectable()
export class MatchBrief {
  constructor(
    private readonly db: Database,
    private readonly briefs: Briefs,
    private readonly assistants: AssistantsForBrief,
    private readonly fees: FeeSchedule,
    private readonly names: TaxonomyNames,
    private readonly clock: Clock,
  ) {}

  /** Throws `BriefNotFound` for a brief of another business. */
  async run(actor: Actor, briefId: string): Promise<AssistantMatches> {
    const now = this.clock.now();
    const brief = await this.briefs.find(actor, briefId);
    const ahead = workingWeeks(now, await this.zoneOf(brief));
    const found = await this.assistants.read(brief, ahead.days, now);
    const [names, fees] = [await this.names.read(), await this.fees.at(this.db.reader, now)];

    const ranked = byScore(
      found.candidates.map((candidate) => {
        const rate = Money.usd(candidate.rateCents);
        const shared = sharedWeeks(ahead.mondays, candidate);
        const fit = { wanted: wantedBy(brief), offered: offeredBy(candidate), sharedWeeks: shared };
        return { ...candidate, ...scoreOf(fit, names), allInRate: rate.plus(rate.basisPoints(fees.clientFeeBp)) };
      }),
    );

    const matches = ranked.slice(0, LISTED);
    const leftOut = withRankedLower(found.leftOut, ranked.length - matches.length);
    return { considered: found.considered, matches, leftOut: explainToClient(leftOut, brief) };
  }

  private async zoneOf(brief: Brief): Promise<string> {
    const [business] = await this.db.reader.query<{ zone: string }[]>(`select zone from business where id = $1`, [
      brief.clientId,
    ]);
    if (!business) throw new Error(`Brief ${brief.id} has no business`);
    return business.zone;
  }
}
