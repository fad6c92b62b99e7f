import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { explain } from '../../api/problems.ts';
import { useToast } from '../../ui/toast.tsx';

/** As long as it can be taken back: nothing is deleted before. */
const UNDONE_FOR_MS = 10_000;

const waiting = new Map<string, ReturnType<typeof setTimeout>>();
let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

// Whoever leaves has not taken it back.
addEventListener('pagehide', () => {
  for (const [id, timer] of waiting) {
    clearTimeout(timer);
    void send('DELETE', `/time-entries/${id}`, { outlivesPage: true });
  }
  waiting.clear();
});

/** What is being deleted is gone from the screen at once. */
export function useShown<Entry extends { readonly id: string }>(entries: readonly Entry[]): Entry[] {
  const gone = useSyncExternalStore(subscribe, () => hidden);
  return entries.filter(({ id }) => !gone.has(id));
}

/** Deletes an entry some seconds later, and offers to take it back until then. Refused, it comes back with the reason. */
export function useDeleteEntry(): (id: string) => void {
  const t = useTranslations('time');
  const say = useToast();
  const queryClient = useQueryClient();

  const show = (id: string) => setHidden(new Set([...hidden].filter((one) => one !== id)));
  const remove = async (id: string) => {
    waiting.delete(id);
    try {
      await send('DELETE', `/time-entries/${id}`);
      await queryClient.invalidateQueries({ queryKey: ['timelog'] });
    } catch (error) {
      const { says, next } = explain(error);
      say(`${t('notDeleted')} ${says} ${next}`);
    }
    show(id);
  };

  return (id) => {
    setHidden(new Set([...hidden, id]));
    waiting.set(
      id,
      setTimeout(() => void remove(id), UNDONE_FOR_MS),
    );
    say(t('deleted'), () => {
      clearTimeout(waiting.get(id));
      waiting.delete(id);
      show(id);
    });
  };
}

function setHidden(ids: ReadonlySet<string>): void {
  hidden = ids;
  for (const changed of listeners) changed();
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
