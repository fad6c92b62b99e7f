import { z } from 'zod';

import { BriefView } from './hiring.ts';

/** One reason for a place in the list. The points of all terms add up to the score. */
export const MatchTerm = z.object({
  term: z.enum([
    'specialties',
    'tools',
    'skill_checks',
    'overlap',
    'free_hours',
    'rate',
    'words',
    'reputation',
    'responsiveness',
    'newcomer',
  ]),
  points: z.int(),
  /** The most this term can give. */
  of: z.int(),
  says: z.string(),
});
export type MatchTerm = z.output<typeof MatchTerm>;

export const LeftOutReason = z.enum([
  'specialty',
  'country',
  'languages',
  'rate',
  'free_hours',
  'overlap',
  'already_contracted',
  'ranked_lower',
]);
export type LeftOutReason = z.output<typeof LeftOutReason>;

const LeftOut = z.array(z.object({ reason: LeftOutReason, count: z.int(), says: z.string() }));

export const AssistantMatches = z.object({
  /** Everybody who was looked at: those listed and those left out. */
  considered: z.int(),
  matches: z.array(
    z.object({
      assistant: z.object({
        id: z.uuid(),
        name: z.string(),
        headline: z.string(),
        zone: z.string(),
        country: z.string(),
        rateCents: z.int(),
      }),
      score: z.int(),
      terms: z.array(MatchTerm),
      /** What an hour costs the client at the assistant's rate and today's service fee. */
      allInRateCents: z.int(),
      freeMinutes: z.int(),
    }),
  ),
  leftOut: LeftOut,
});
export type AssistantMatches = z.output<typeof AssistantMatches>;

export const BriefMatches = z.object({
  considered: z.int(),
  matches: z.array(
    z.object({
      brief: BriefView.pick({
        id: true,
        title: true,
        description: true,
        specialties: true,
        tools: true,
        weeklyMinutes: true,
        minRateCents: true,
        maxRateCents: true,
        languages: true,
        overlapMinutes: true,
        startsOn: true,
      }),
      client: z.object({ id: z.uuid(), name: z.string(), zone: z.string(), country: z.string() }),
      score: z.int(),
      terms: z.array(MatchTerm),
    }),
  ),
  leftOut: LeftOut,
});
export type BriefMatches = z.output<typeof BriefMatches>;
