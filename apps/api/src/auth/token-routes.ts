import type { TokenScope } from '@app/kernel';

/**
 * What each scope opens to a program that shows an API token. Everything else is closed to tokens, whatever their
 * person may do at a screen: a new route is not in here until somebody decides that it shall be. Nothing that moves
 * money, changes who gets in, or makes tokens belongs here.
 */
export const tokenRoutes: Readonly<Record<TokenScope, readonly string[]>> = {
  'time:read': [
    'GET /api/time-entries',
    'GET /api/time-entries/:id/versions',
    'GET /api/timer',
    'GET /api/weeks',
    'GET /api/weeks/:id',
  ],
  'time:write': [
    'POST /api/time-entries',
    'PATCH /api/time-entries/:id',
    'DELETE /api/time-entries/:id',
    'POST /api/timer',
    'PUT /api/timer',
    'DELETE /api/timer',
    'POST /api/time-imports',
    'GET /api/time-imports', // What becomes of it is told there alone.
  ],
  'contracts:read': ['GET /api/contracts', 'GET /api/contracts/:id'],
  'invoices:read': ['GET /api/invoices', 'GET /api/invoices/:id'],
  'earnings:read': ['GET /api/earnings'],
  'payouts:read': ['GET /api/payouts'],
};

/** Whether one of the scopes opens this route, named as the router does: by its pattern and never by the address. */
export function isOpenTo(scopes: readonly TokenScope[], method: string, pattern: string | undefined): boolean {
  const route = `${method === 'HEAD' ? 'GET' : method} ${pattern}`;
  return scopes.some((scope) => tokenRoutes[scope].includes(route));
}
