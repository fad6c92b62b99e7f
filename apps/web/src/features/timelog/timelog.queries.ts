import type {
  EntryVersionView,
  TimeEntryView,
  TimeImportView,
  TimeImportViews,
  TimerView,
  WeekDetail,
  WeekView,
} from '@app/wire/timelog';
import { queryOptions, useQueryClient } from '@tanstack/react-query';

import { get } from '../../api/client.ts';
import { getOrKept } from '../../api/kept-answer.ts';
import { setServerClock } from './server-clock.ts';

/** Another window may have started or stopped it. */
const TIMER_ASKED_EVERY_MS = 30_000;
const WEEKS_ASKED_EVERY_MS = 60_000;
const IMPORTS_ASKED_EVERY_MS = 1_000;

export const timerQuery = queryOptions({
  queryKey: ['timelog', 'timer'],
  queryFn: ({ signal }) => getOrKept<TimerView>('timer', '/timer', signal, ({ now }) => setServerClock(now)),
  refetchInterval: TIMER_ASKED_EVERY_MS,
  networkMode: 'always',
});

/** The week that runs now, or those that are closed, of every contract that one is party to. */
export function weeksQuery(which: 'current' | 'past') {
  return queryOptions({
    queryKey: ['timelog', 'weeks', which],
    queryFn: ({ signal }) => getOrKept<WeekView[]>(`weeks-${which}`, `/weeks?which=${which}`, signal),
    refetchInterval: WEEKS_ASKED_EVERY_MS,
    networkMode: 'always',
  });
}

/** The week of one contract that runs now, before those that are closed: the newest first. */
export function contractWeeksQuery(contractId: string) {
  const weeks = (which: 'current' | 'past', signal: AbortSignal) =>
    get<WeekView[]>(`/weeks?${new URLSearchParams({ which, contractId }).toString()}`, signal);
  return queryOptions({
    queryKey: ['timelog', 'weeks', 'contract', contractId],
    queryFn: async ({ signal }) => (await Promise.all([weeks('current', signal), weeks('past', signal)])).flat(),
    refetchInterval: WEEKS_ASKED_EVERY_MS,
  });
}

export function weekQuery(id: string) {
  return queryOptions({
    queryKey: ['timelog', 'week', id],
    queryFn: ({ signal }) => get<WeekDetail>(`/weeks/${id}`, signal),
  });
}

export function entriesQuery(from: Date, to: Date, keptAs?: 'today') {
  const query = new URLSearchParams({ from: from.toISOString(), to: to.toISOString() });
  return queryOptions({
    queryKey: ['timelog', 'entries', query.toString()],
    queryFn: ({ signal }) => {
      const path = `/time-entries?${query.toString()}`;
      return keptAs
        ? getOrKept<TimeEntryView[]>(`entries-${keptAs}`, path, signal)
        : get<TimeEntryView[]>(path, signal);
    },
    ...(keptAs ? { networkMode: 'always' as const } : {}),
  });
}

export function versionsQuery(entryId: string) {
  return queryOptions({
    queryKey: ['timelog', 'versions', entryId],
    queryFn: ({ signal }) => get<EntryVersionView[]>(`/time-entries/${entryId}/versions`, signal),
  });
}

/** Looks again by itself while one is being logged. */
export const importsQuery = queryOptions({
  queryKey: ['timelog', 'imports'],
  queryFn: ({ signal }) => get<TimeImportViews>('/time-imports', signal),
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? IMPORTS_ASKED_EVERY_MS : false),
});

export function isUnderWay({ state }: TimeImportView): boolean {
  return state === 'waiting' || state === 'logging';
}

/** Whatever logs time changes the day, the week and the limit at once. */
export function useTimelogChanged(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: ['timelog'] });
}
