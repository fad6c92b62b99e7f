import type { Suspension, SuspensionScope } from '@app/identity';

import type { Letter, Phrase } from '../letter.ts';

type Told = Pick<Suspension, 'scopes' | 'explanation' | 'until'>;

export function suspended({ scopes, explanation, until }: Told, token: string): Letter {
  const touches = scopes.includes('payouts') ? 'payouts' : 'other';
  return {
    says: 'suspensions.placed',
    facts: { scopes: named(scopes), explanation, until, touches },
    path: `/appeal?token=${encodeURIComponent(token)}`,
  };
}

export function suspensionOver({ scopes }: Pick<Told, 'scopes'>): Letter {
  return { says: 'suspensions.over', facts: { scopes: named(scopes) }, path: '/' };
}

export function appealDeclined({ scopes }: Pick<Told, 'scopes'>): Letter {
  return { says: 'suspensions.appealDeclined', facts: { scopes: named(scopes) } };
}

function named(scopes: readonly SuspensionScope[]): Phrase[] {
  return scopes.map((scope) => ({ says: `suspensions.phrases.${scope}` }));
}
