import { z } from 'zod';

const LONGEST_ABOUT = 4_000;

const Code = z.string().min(1).max(60);
const Minute = z.int().min(0);

/** 1 has done it, 2 does it well, 3 is what they are hired for. */
export const Level = z.union([z.literal(1), z.literal(2), z.literal(3)], 'must be 1, 2 or 3');
export type Level = z.output<typeof Level>;

/** Hours of every week in the profile's own zone, `[from, to)` in minutes of the local day; 1 is Monday. */
export const AvailabilityWindow = z.strictObject({
  weekday: z.int().min(1).max(7),
  fromMinute: Minute.max(1_439),
  toMinute: Minute.max(1_440),
});
export type AvailabilityWindow = z.output<typeof AvailabilityWindow>;

export const LanguageCode = z.string().regex(/^[a-z]{2,3}$/, 'must be a language code, such as en');
export type LanguageCode = z.output<typeof LanguageCode>;

export const SaveProfileRequest = z.strictObject({
  headline: z.string().trim().min(3).max(120),
  about: z.string().trim().max(LONGEST_ABOUT),
  country: z.string().regex(/^[A-Z]{2}$/, 'must be a country of two capital letters, such as PT'),
  zone: z.string().min(1).max(60),
  rateCents: z.int(),
  capacityMinutes: z.int().min(60).max(10_080),
  languages: z.array(LanguageCode).min(1).max(12),
  specialties: z.array(z.strictObject({ code: Code, level: Level })).max(10),
  tools: z.array(Code).max(100),
  availability: z.array(AvailabilityWindow).max(100),
  /** Whether visitors see it too. Left out: as it was. */
  isPublic: z.boolean().optional(),
});
export type SaveProfileRequest = z.output<typeof SaveProfileRequest>;

const SpecialtyView = z.object({ code: z.string(), level: Level });
const WindowView = z.object({ weekday: z.int(), fromMinute: z.int(), toMinute: z.int() });

export const ProfileView = z.object({
  id: z.uuid(),
  headline: z.string(),
  about: z.string(),
  country: z.string(),
  zone: z.string(),
  rateCents: z.int(),
  capacityMinutes: z.int(),
  languages: z.array(z.string()),
  specialties: z.array(SpecialtyView),
  tools: z.array(z.string()),
  availability: z.array(WindowView),
  publishedAt: z.iso.datetime().nullable(),
  isPublic: z.boolean(),
});
export type ProfileView = z.output<typeof ProfileView>;

/** What everybody who is signed in sees of an assistant. */
export const AssistantView = ProfileView.omit({ isPublic: true }).extend({
  name: z.string(),
  publishedAt: z.iso.datetime(),
  skillChecks: z.array(
    z.object({
      skill: z.string(),
      percentile: z.int(),
      takenAt: z.iso.datetime(),
      validUntil: z.iso.datetime(),
    }),
  ),
});
export type AssistantView = z.output<typeof AssistantView>;

/** What a visitor sees of an assistant who lets them: no surname, no country, and nothing they wrote about themselves. */
export const PublicAssistantView = z.object({
  id: z.uuid(),
  /** `Beatriz A.` */
  name: z.string(),
  headline: z.string(),
  specialties: z.array(SpecialtyView),
  tools: z.array(z.string()),
  languages: z.array(z.string()),
  /** The valid ones. */
  skillChecks: z.array(z.object({ skill: z.string(), percentile: z.int(), validUntil: z.iso.datetime() })),
  rateCents: z.int(),
  /** The rate and today's service fee on it. */
  allInRateCents: z.int(),
  zone: z.string(),
  /** In `zone`. */
  availability: z.array(WindowView),
});
export type PublicAssistantView = z.output<typeof PublicAssistantView>;

export const PublicAssistantsQuery = z.strictObject({
  specialty: Code.optional(),
  language: LanguageCode.optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
});
export type PublicAssistantsQuery = z.output<typeof PublicAssistantsQuery>;

export const PublicAssistantViews = z.object({
  assistants: z.array(PublicAssistantView),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
});
export type PublicAssistantViews = z.output<typeof PublicAssistantViews>;

const Named = z.object({ code: z.string(), name: z.string() });

export const TaxonomyView = z.object({
  specialties: z.array(Named.extend({ tools: z.array(Named) })),
  /** Where assistants can be paid. */
  countries: z.array(Named),
});
export type TaxonomyView = z.output<typeof TaxonomyView>;
