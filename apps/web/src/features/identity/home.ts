import type { Me } from '@app/wire/identity';

/** Where someone begins: at what they hire, at their day across clients, or at the profile they have yet to write. */
export function homeOf(me: Me): string {
  if (me.assists) return '/assist';
  return me.businesses.length > 0 ? '/hire' : '/assist/profile';
}

/** Where somebody wanted to go before they were asked to sign in; only ever within Kontor. */
export function wantedFrom(search: string): string | null {
  const next = new URLSearchParams(search).get('next');
  return next && /^\/(?!\/)/.test(next) && !next.includes('\\') ? next : null;
}
