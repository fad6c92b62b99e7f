import { Unreachable } from './api-error.ts';
import { get } from './client.ts';
import { ownStore } from './own-store.ts';

interface Kept<Answer> {
  readonly path: string;
  readonly answer: Answer;
}

/** The api's answer, which `heard` is told of; where nobody answers, the last one that was given here to the same question. */
export async function getOrKept<Answer>(
  name: string,
  path: string,
  signal?: AbortSignal,
  heard?: (answer: Answer) => void,
): Promise<Answer> {
  try {
    const answer = await get<Answer>(path, signal);
    heard?.(answer);
    ownStore.write(`answer:${name}`, { path, answer } satisfies Kept<Answer>);
    return answer;
  } catch (error) {
    const kept = error instanceof Unreachable ? (ownStore.read(`answer:${name}`) as Kept<Answer> | null) : null;
    if (kept?.path === path) return kept.answer;
    throw error;
  }
}
