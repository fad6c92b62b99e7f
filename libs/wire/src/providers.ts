import { z } from 'zod';

import { Language, SignInAnswer, Zone } from './identity.ts';

/** The query with which a provider sent the browser back. */
const LONGEST_ANSWER = 8_000;

/** Somebody else who can tell who a person is. */
export const ProviderView = z.object({ id: z.string(), name: z.string() });
export type ProviderView = z.output<typeof ProviderView>;

/** Zone and language become the account's, should one come of it. */
export const ProviderTripRequest = z.strictObject({ zone: Zone, language: Language.optional() });
export type ProviderTripRequest = z.output<typeof ProviderTripRequest>;

export const ProviderLinkTripRequest = z.strictObject({ provider: z.string().min(1).max(40), zone: Zone });
export type ProviderLinkTripRequest = z.output<typeof ProviderLinkTripRequest>;

/** Where to go, and to come back from within ten minutes. */
export const ProviderTrip = z.object({ url: z.url() });
export type ProviderTrip = z.output<typeof ProviderTrip>;

export const ProviderAnswer = z.strictObject({ answer: z.string().min(1).max(LONGEST_ANSWER) });
export type ProviderAnswer = z.output<typeof ProviderAnswer>;

/** Their address has an account: it is linked once they have signed in as they always did. */
export const OfferedToLink = z.object({ offered: ProviderView });
export type OfferedToLink = z.output<typeof OfferedToLink>;

export const ProviderSignInAnswer = z.union([SignInAnswer, OfferedToLink]);
export type ProviderSignInAnswer = z.output<typeof ProviderSignInAnswer>;

export const ProviderLoginView = z.object({
  id: z.uuid(),
  provider: z.string(),
  name: z.string(),
  /** As the provider named it when the two were linked. */
  email: z.string(),
  linkedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type ProviderLoginView = z.output<typeof ProviderLoginView>;

export const ProviderLoginsView = z.object({
  logins: z.array(ProviderLoginView),
  /** Those that could be linked too. */
  others: z.array(ProviderView),
  /** Whether a password lets them in as well. */
  hasPassword: z.boolean(),
});
export type ProviderLoginsView = z.output<typeof ProviderLoginsView>;
