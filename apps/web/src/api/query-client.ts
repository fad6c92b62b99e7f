import { QueryClient } from '@tanstack/react-query';

import { Unreachable } from './api-error.ts';

const MOST_RETRIES = 2;
const FRESH_FOR_MS = 5_000;

/** Server state lives here and nowhere else. A refusal is an answer and is not asked again; silence is. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MS,
        retry: (failures, error) => error instanceof Unreachable && failures < MOST_RETRIES,
      },
      mutations: { retry: false },
    },
  });
}
