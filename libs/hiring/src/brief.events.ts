import type { DomainEvent } from '@app/delivery';

import type { Brief } from './brief.entity.ts';

export type BriefPosted = DomainEvent<'brief.posted', { briefId: string; clientId: string }>;
export type BriefClosing = DomainEvent<'brief.closed', { briefId: string; clientId: string }>;

export function briefPosted(brief: Brief): BriefPosted {
  return { type: 'brief.posted', payload: { briefId: brief.id, clientId: brief.clientId } };
}

export function briefClosed(brief: Brief): BriefClosing {
  return { type: 'brief.closed', payload: { briefId: brief.id, clientId: brief.clientId } };
}
