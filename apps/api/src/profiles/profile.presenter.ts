import type { AssistantProfile, PublicAssistant, ShownAssistant } from '@app/profiles';
import type { AssistantView, ProfileView, PublicAssistantView } from '@app/wire/profiles';

export function presentProfile(profile: AssistantProfile): ProfileView {
  const { headline, about, country, zone, capacityMinutes, languages } = profile;
  return {
    ...{ id: profile.accountId, headline, about, country, zone, capacityMinutes, languages },
    rateCents: profile.hourlyRate.cents,
    specialties: [...profile.specialties],
    tools: [...profile.tools],
    availability: [...profile.availability],
    publishedAt: profile.publishedAt?.toISOString() ?? null,
    isPublic: profile.isPublic,
  };
}

export function presentAssistant({ name, profile, publishedAt, skillChecks }: PublicAssistant): AssistantView {
  const { isPublic: _theirsToKnow, ...view } = presentProfile(profile);
  return {
    ...view,
    name,
    publishedAt: publishedAt.toISOString(),
    skillChecks: skillChecks.map(({ skill, percentile, takenAt, validUntil }) => ({
      ...{ skill, percentile },
      takenAt: takenAt.toISOString(),
      validUntil: validUntil.toISOString(),
    })),
  };
}

/** With what an hour costs a client today: the fee in basis points of the rate. */
export function presentShown({ hourlyRate, ...assistant }: ShownAssistant, clientFeeBp: number): PublicAssistantView {
  const { specialties, tools, languages, availability, skillChecks, ...rest } = assistant;
  return {
    ...rest,
    specialties: [...specialties],
    tools: [...tools],
    languages: [...languages],
    availability: [...availability],
    skillChecks: skillChecks.map((check) => ({ ...check, validUntil: new Date(check.validUntil).toISOString() })),
    rateCents: hourlyRate.cents,
    allInRateCents: hourlyRate.plus(hourlyRate.basisPoints(clientFeeBp)).cents,
  };
}
