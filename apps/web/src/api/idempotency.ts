import { useCallback, useRef } from 'react';

/**
 * The key of one submission: made once, kept while the same thing is tried again, and made anew when what is sent
 * has changed (another body under an old key is refused) or when it was done.
 */
export function useIdempotencyKey(): { keyFor(body: unknown): string; done(): void } {
  const current = useRef<{ key: string; body: string } | null>(null);

  const keyFor = useCallback((body: unknown) => {
    const sent = JSON.stringify(body);
    if (current.current?.body !== sent) current.current = { key: crypto.randomUUID(), body: sent };
    return current.current.key;
  }, []);
  const done = useCallback(() => {
    current.current = null;
  }, []);

  return { keyFor, done };
}
