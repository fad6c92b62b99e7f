import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Everybody who hears of the same change does not ask at the same instant. */
const SPREAD_MS = 400;

/** Changes appear without a reload: the server says which features show something else, and their queries ask again. */
export function useLive(isSignedIn: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    const source = new EventSource('/api/live');
    let wasAway = false;
    const changed = ({ data }: MessageEvent<string>) => {
      const { topics } = JSON.parse(data) as { topics: readonly string[] | null };
      setTimeout(() => void askAgain(queryClient, topics), Math.random() * SPREAD_MS);
    };
    const opened = () => {
      // What was said while nobody listened is lost.
      if (wasAway) void askAgain(queryClient, null);
      wasAway = false;
    };
    source.addEventListener('changed', changed);
    source.addEventListener('open', opened);
    source.addEventListener('error', () => (wasAway = true));
    return () => source.close();
  }, [queryClient, isSignedIn]);
}

async function askAgain(queryClient: QueryClient, topics: readonly string[] | null): Promise<void> {
  if (topics === null) return queryClient.invalidateQueries();
  await Promise.all(topics.map((topic) => queryClient.invalidateQueries({ queryKey: [topic] })));
}
