import type { AssistantProfile, PublicAssistant } from '@app/profiles';
import type { AssistantView, ProfileView } from '@app/wire/profiles';

export function presentProfile(profile: AssistantProfile): ProfileView {
  const { headline, about, country, zone, capacityMinutes, languages } = profile;
  return {
    ...{ id: profile.accountId, headline, about, country, zone, capacityMinutes, languages },
    rateCents: profile.hourlyRate.cents,
    specialties: [...profile.specialties],
    tools: [...profile.tools],
    availability: [...profile.availability],
    publishedAt: profile.publishedAt?.toISOString() ?? null,
  };
}

export function presentAssistant({ name, profile, publishedAt, skillChecks }: PublicAssistant): AssistantView {
  return {
    ...presentProfile(profile),
    name,
    publishedAt: publishedAt.toISOString(),
    skillChecks: skillChecks.map(({ skill, percentile, takenAt, validUntil }) => ({
      ...{ skill, percentile },
      takenAt: takenAt.toISOString(),
      validUntil: validUntil.toISOString(),
    })),
  };
}
