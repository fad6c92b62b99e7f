import type { TimeEntryView, TimerStarted, TimerView } from '@app/wire/timelog';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { send } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/idempotency.ts';
import { timerQuery, useTimelogChanged } from './timelog.queries.ts';

interface TimerStart {
  readonly contractId: string;
  readonly note: string;
}

/** The one timer: what runs, and its three commands. Each throws what the api refused, and keeps it in `problem`. */
export function useTimer(isWanted = true) {
  const queryClient = useQueryClient();
  const timer = useQuery({ ...timerQuery, enabled: isWanted });
  const changed = useTimelogChanged();
  const { keyFor, done } = useIdempotencyKey();
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const running = timer.data?.running ?? null;

  const attempt = async (work: () => Promise<TimeEntryView | null>) => {
    setBusy(true);
    setProblem(null);
    try {
      const now = await work();
      done();
      queryClient.setQueryData(timerQuery.queryKey, { running: now } satisfies TimerView);
      void changed();
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    timer,
    running,
    problem,
    isBusy,
    forget: () => setProblem(null),
    /** Starts, or stops what runs and starts this at the same instant of the server. */
    run: (request: TimerStart) =>
      attempt(async () => {
        const method = running ? 'PUT' : 'POST';
        const started = await send<TimerStarted>(method, '/timer', {
          body: request,
          idempotencyKey: keyFor({ method, ...request }),
        });
        return started.running;
      }),
    stop: () =>
      attempt(async () => {
        await send('DELETE', '/timer');
        return null;
      }),
  };
}
