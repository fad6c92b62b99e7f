import type { Letter } from '../letter.ts';

export function exportReady(exportId: string, token: string, expiresAt: Date): Letter {
  const path = `/settings/privacy?export=${exportId}&token=${encodeURIComponent(token)}`;
  return { says: 'privacy.exportReady', facts: { expiresAt }, path };
}

export function erasureRequested(erasesAt: Date): Letter {
  return { says: 'privacy.erasureRequested', facts: { erasesAt }, path: '/settings/privacy' };
}

export function erasureWithdrawn(): Letter {
  return { says: 'privacy.erasureWithdrawn' };
}
