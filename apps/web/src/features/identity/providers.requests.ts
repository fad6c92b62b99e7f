import type {
  OfferedToLink,
  ProviderLoginsView,
  ProviderSignInAnswer,
  ProviderTrip,
  ProviderView,
} from '@app/wire/providers';
import type { Language } from '@app/wire/identity';
import { queryOptions } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';
import { browserZone } from '../../ui/reader.tsx';

/** What is remembered in this tab while its person is at the provider. */
const TRIP = 'kontor.provider-trip';

interface Trip {
  readonly isLinking: boolean;
  /** Where they wanted to go; only ever within Kontor. */
  readonly next: string | null;
}

/** Through whom one may sign in. */
export const providersQuery = queryOptions({
  queryKey: ['sign-in-providers'],
  queryFn: ({ signal }) => get<ProviderView[]>('/sign-in-providers', signal),
  staleTime: Infinity,
  retry: false,
});

/** Through whom this person does, and might. */
export const providerLoginsQuery = queryOptions({
  queryKey: ['provider-logins'],
  queryFn: ({ signal }) => get<ProviderLoginsView>('/me/provider-logins', signal),
});

/** Leaves Kontor for the provider. `language`: of whoever may have no account yet. */
export async function goToSignIn(provider: string, next: string | null, language?: Language): Promise<void> {
  const body = { zone: browserZone(), language };
  leave(await send<ProviderTrip>('POST', `/sign-in-providers/${provider}/trips`, { body }), { isLinking: false, next });
}

export async function goToLink(provider: string): Promise<void> {
  const body = { provider, zone: browserZone() };
  leave(await send<ProviderTrip>('POST', '/me/provider-logins/trips', { body }), { isLinking: true, next: null });
}

function leave({ url }: ProviderTrip, trip: Trip): void {
  sessionStorage.setItem(TRIP, JSON.stringify(trip));
  window.location.assign(url);
}

/** Why this tab went there. A tab that does not know has come to sign in. */
export function currentTrip(): Trip {
  const kept = sessionStorage.getItem(TRIP);
  return kept === null ? { isLinking: false, next: null } : (JSON.parse(kept) as Trip);
}

export function signInWithProvider(answer: string): Promise<ProviderSignInAnswer> {
  return send<ProviderSignInAnswer>('POST', '/provider-sign-ins', { body: { answer } });
}

export function linkProvider(answer: string): Promise<void> {
  return send('POST', '/me/provider-logins', { body: { answer } });
}

/** Connects what was offered in this browser on the way in. */
export function acceptOffer(): Promise<void> {
  return send('POST', '/me/provider-offers/acceptance');
}

export function unlinkProvider(id: string): Promise<void> {
  return send('DELETE', `/me/provider-logins/${id}`);
}

export function isOffered(answer: ProviderSignInAnswer): answer is OfferedToLink {
  return 'offered' in answer;
}
