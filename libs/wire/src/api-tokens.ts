import { z } from 'zod';

import { tokenScopes } from '@app/kernel';

const LONGEST_NAME = 60;
const LONGEST_LIFE_DAYS = 366;

export const TokenScope = z.enum(tokenScopes);
export type TokenScope = z.output<typeof TokenScope>;

export const NewApiToken = z.strictObject({
  name: z.string().trim().min(1, 'is required').max(LONGEST_NAME),
  scopes: z.array(TokenScope).min(1, 'needs one or more').max(tokenScopes.length),
  /** After which it opens nothing any more. */
  days: z.int().min(1).max(LONGEST_LIFE_DAYS),
});
export type NewApiToken = z.output<typeof NewApiToken>;

export const ApiTokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(TokenScope),
  /** Its last four characters. */
  hint: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** To the minute; null: never. */
  usedAt: z.iso.datetime().nullable(),
});
export type ApiTokenView = z.output<typeof ApiTokenView>;

/** The only answer that holds the token itself. */
export const CreatedApiToken = z.object({ token: ApiTokenView, secret: z.string() });
export type CreatedApiToken = z.output<typeof CreatedApiToken>;
