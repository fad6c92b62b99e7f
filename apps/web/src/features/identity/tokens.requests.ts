import type { ApiTokenView, CreatedApiToken, NewApiToken } from '@app/wire/api-tokens';
import { queryOptions } from '@tanstack/react-query';

import { get, send } from '../../api/client.ts';

/** One's own tokens that open something. */
export const tokensQuery = queryOptions({
  queryKey: ['api-tokens'],
  queryFn: ({ signal }) => get<ApiTokenView[]>('/api-tokens', signal),
});

/** The only answer that has the token itself. */
export function createToken(body: NewApiToken): Promise<CreatedApiToken> {
  return send<CreatedApiToken>('POST', '/api-tokens', { body });
}

export function revokeToken(id: string): Promise<void> {
  return send('DELETE', `/api-tokens/${id}`);
}
