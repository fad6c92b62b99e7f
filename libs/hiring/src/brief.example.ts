import type { BriefDraft } from './brief-draft.ts';

/** For specs: a small shop in Oslo wants its mail answered. */
export function aBrief(businessId: string, over: Partial<BriefDraft> = {}): BriefDraft {
  return {
    businessId,
    title: 'Customer e-mail and social media',
    description: 'Answer customers by noon, post twice a week.',
    specialties: ['customer_enquiries', 'social_media'],
    tools: ['gmail', 'instagram'],
    weeklyMinutes: 15 * 60,
    minRateCents: 1_200,
    maxRateCents: 2_000,
    languages: ['en'],
    overlapMinutes: 0,
    startsOn: '2026-03-09',
    ...over,
  };
}
