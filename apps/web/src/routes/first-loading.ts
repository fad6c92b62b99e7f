import type { UseQueryResult } from '@tanstack/react-query';

type Result = Pick<UseQueryResult, 'isLoading' | 'failureCount'>;

/**
 * Whether some of what a screen shows comes for the first time: drawn before it came, the rest would be pushed down under
 * the eyes of who reads it. What fails is not waited for, nor what cannot be asked without a network.
 */
export function isFirstLoading(results: readonly Result[]): boolean {
  return results.some(({ isLoading, failureCount }) => isLoading && failureCount === 0);
}
