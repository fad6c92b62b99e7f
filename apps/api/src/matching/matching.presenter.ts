import type { AssistantMatches, BriefMatches } from '@app/matching';
import type { AssistantMatches as AssistantMatchesView, BriefMatches as BriefMatchesView } from '@app/wire/matching';

export function presentAssistantMatches({ considered, matches, leftOut }: AssistantMatches): AssistantMatchesView {
  return {
    considered,
    matches: matches.map(({ id, name, headline, zone, country, rateCents, score, terms, allInRate, freeMinutes }) => ({
      assistant: { id, name, headline, zone, country, rateCents },
      score,
      terms: [...terms],
      allInRateCents: allInRate.cents,
      freeMinutes,
    })),
    leftOut: [...leftOut],
  };
}

export function presentBriefMatches({ considered, matches, leftOut }: BriefMatches): BriefMatchesView {
  return {
    considered,
    matches: matches.map(({ client, score, terms, ...brief }) => ({
      brief: {
        ...brief,
        specialties: [...brief.specialties],
        tools: [...brief.tools],
        languages: [...brief.languages],
      },
      client,
      score,
      terms: [...terms],
    })),
    leftOut: [...leftOut],
  };
}
