import type { Me } from '@app/wire/identity';

/** Where someone begins: at their day across clients, at what they hire, at the queue of staff, or at a new profile. */
export function homeOf(me: Me): string {
  if (me.assists) return '/assist';
  if (me.businesses.length > 0) return '/hire';
  return me.isStaff ? '/staff' : '/assist/profile';
}

/** Where somebody wanted to go before they were asked to sign in; only ever within Kontor. */
export function wantedFrom(search: string): string | null {
  const next = new URLSearchParams(search).get('next');
  return next && /^\/(?!\/)/.test(next) && !next.includes('\\') ? next : null;
}
