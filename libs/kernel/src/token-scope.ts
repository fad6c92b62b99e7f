/** What an API token may be made for. Which routes each opens is data of the api; a token opens nothing else. */
export const tokenScopes = [
  'time:read',
  'time:write',
  'contracts:read',
  'invoices:read',
  'earnings:read',
  'payouts:read',
] as const;
export type TokenScope = (typeof tokenScopes)[number];
