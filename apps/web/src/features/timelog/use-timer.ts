import type { TimeEntryView, TimeLogged, TimerStarted, TimerView } from '@app/wire/timelog';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Unreachable } from '../../api/api-error.ts';
import { serverNow } from './server-clock.ts';
import { dropTaps, keepTap, runningAfter, sendTap, type Tap, useWaitingTaps, waitingTaps } from './taps.ts';
import { timerQuery, useTimelogChanged, weeksQuery } from './timelog.queries.ts';

interface TimerStart {
  readonly contractId: string;
  readonly note: string;
}

/**
 * The one timer: what runs, and its three commands. Without a network they are written down with their instant and
 * told in their order later; what the api refused is kept in `problem`.
 */
export function useTimer(isWanted = true) {
  const queryClient = useQueryClient();
  const timer = useQuery({ ...timerQuery, enabled: isWanted });
  const taps = useWaitingTaps();
  const changed = useTimelogChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const running = runningAfter(timer.data?.running ?? null, taps);

  const attempt = async (tap: Tap, now: (answer: unknown) => TimeEntryView | null, saysWhen = false) => {
    setProblem(null);
    // Whatever is told before what happened before it would be told wrongly.
    if (waitingTaps().length > 0) {
      keepTap(tap);
      return true;
    }
    setBusy(true);
    try {
      const after = now(await sendTap(tap, saysWhen));
      queryClient.setQueryData(timerQuery.queryKey, (before) => ({ ...(before as TimerView), running: after }));
      void changed();
      return true;
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        setProblem(error);
        return false;
      }
      keepTap(tap);
      return true;
    } finally {
      setBusy(false);
    }
  };
  const workOf = ({ contractId, note }: TimerStart) => {
    const week = queryClient
      .getQueryData(weeksQuery('current').queryKey)
      ?.find((current) => current.contractId === contractId);
    return { contractId, note, clientName: week?.client.name ?? '', title: week?.title ?? '' };
  };

  return {
    timer,
    running,
    problem,
    isBusy,
    forget: () => setProblem(null),
    /** Starts, or stops what runs and starts this at the same instant. */
    run: (start: TimerStart) =>
      attempt(
        {
          ...{ key: crypto.randomUUID(), at: serverNow().toISOString() },
          ...{ does: running ? 'switch' : 'start', work: workOf(start) },
        },
        (answer) => (answer as TimerStarted).running,
      ),
    /** What takes the stop back, or null when it was refused. */
    stop: async (): Promise<(() => Promise<boolean>) | null> => {
      const stopped = running;
      const tap: Tap = { key: crypto.randomUUID(), does: 'stop', at: serverNow().toISOString(), work: null };
      let end = tap.at;
      const isStopped = await attempt(tap, (answer) => {
        end = (answer as TimeLogged).entries.at(-1)?.end ?? end;
        return null;
      });
      return isStopped ? () => goOn(tap, stopped, end) : null;
    },
  };

  /** As if it had not been stopped: what was not told is not told, and otherwise it is started where it ended. */
  async function goOn({ key }: Tap, stopped: TimeEntryView | null, end: string): Promise<boolean> {
    if (waitingTaps().at(-1)?.key === key) {
      dropTaps([key]);
      return true;
    }
    if (!stopped) return false;
    const again: Tap = { key: crypto.randomUUID(), does: 'switch', at: end, work: workOf(stopped) };
    return attempt(again, (answer) => (answer as TimerStarted).running, true);
  }
}
