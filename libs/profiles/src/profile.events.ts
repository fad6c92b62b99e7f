import type { DomainEvent } from '@app/delivery';

import type { AssistantProfile } from './assistant-profile.entity.ts';

export type ProfilePublished = DomainEvent<'profile.published', { assistantId: string }>;

export function profilePublished(profile: AssistantProfile): ProfilePublished {
  return { type: 'profile.published', payload: { assistantId: profile.accountId } };
}
