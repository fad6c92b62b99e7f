import type { WeekView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';

import { useNow } from '../../ui/now.ts';
import { useReader } from '../../ui/reader.tsx';
import { addDays, startOfDate, wallClock } from '../../ui/zoned.ts';
import { entriesQuery } from './timelog.queries.ts';
import type { useTimer } from './use-timer.ts';

const A_MINUTE_MS = 60_000;

/** Today's entries, in the reader's zone. */
export function useToday() {
  const { zone } = useReader();
  const { date } = wallClock(useNow(A_MINUTE_MS), zone);
  return useQuery(entriesQuery(startOfDate(date, zone), startOfDate(addDays(date, 1), zone), 'today'));
}

/** Starts or switches in one tap with today's last note for that client. False: there is none, and one is to be typed. */
export function useQuickTimer(timer: ReturnType<typeof useTimer>) {
  const today = useToday();
  return async ({ contractId }: Pick<WeekView, 'contractId'>): Promise<boolean> => {
    const last = today.data
      ?.filter((entry) => entry.contractId === contractId)
      .toSorted((a, b) => a.start.localeCompare(b.start))
      .at(-1);
    return last !== undefined && timer.run({ contractId, note: last.note });
  };
}
