import { z } from 'zod';

import { BriefView } from './hiring.ts';

const Named = z.object({
  code: z.string(),
  name: z.string().optional(),
  /** Of a specialty: 1 to 3. */
  level: z.int().optional(),
  /** Of a skill check. */
  percentile: z.int().optional(),
});

/** What a reason rests on, for whoever says it in other words; which are there depends on the term. */
const MatchValues = z.object({
  has: z.array(Named).optional(),
  lacks: z.array(Named).optional(),
  freeMinutes: z.int().optional(),
  wantedMinutes: z.int().optional(),
  rateCents: z.int().optional(),
  minRateCents: z.int().optional(),
  maxRateCents: z.int().optional(),
  /** Shared minutes a week, and the Monday from which they are so many. */
  weeks: z.array(z.object({ minutes: z.int(), from: z.string() })).optional(),
  /** Words in common. */
  shared: z.array(z.string()).optional(),
});

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
  /** In English. */
  says: z.string(),
  values: MatchValues,
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
