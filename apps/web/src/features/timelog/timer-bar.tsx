import type { TimeEntryView, WeekView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { Keyboard, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatRunning, formatHours } from '../../ui/duration.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { later } from '../../ui/later.tsx';
import { useNow } from '../../ui/now.ts';
import { useToast } from '../../ui/toast.tsx';
import { StartTimerForm } from './start-timer-form.tsx';
import { type TimerKey, useTimerKeys } from './keys.ts';
import { LimitNote } from './limit-note.tsx';
import { serverNow } from './server-clock.ts';
import { weeksQuery } from './timelog.queries.ts';
import { useQuickTimer } from './use-quick-timer.ts';
import { useTimer } from './use-timer.ts';
import { useTellWaiting, WaitingTaps } from './waiting-taps.tsx';

const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog);
const LogTimeDialog = later(async () => (await import('./log-time-dialog.tsx')).LogTimeDialog);

const WARN_TIMER_AFTER_HOURS = 2;
const HOUR_S = 3600;

/** The timer, on every screen of an assistant: what runs, for how long, stop and switch. */
export function TimerBar() {
  const t = useTranslations('time');
  const weeks = useQuery(weeksQuery('current'));
  const all = useTimer();
  const { timer, running, problem, isBusy, run, stop, forget } = all;
  const startQuickly = useQuickTimer(all);
  const [choosing, setChoosing] = useState<{ contractId?: string } | null>(null);
  const [opened, setOpened] = useState<'keys' | 'log' | null>(null);
  const say = useToast();
  const loggable = (weeks.data ?? []).filter((week) => week.can.log);
  const week = loggable.find(({ contractId }) => contractId === running?.contractId);

  useTellWaiting();

  const stopIt = async () => {
    if (!running) return;
    const hours = formatHours(secondsSince(running.start, serverNow()));
    const takeBack = await stop();
    if (takeBack) say(t('stopped', { hours }), () => void takeBack());
  };
  const start = async (contractId: string, note: string) => {
    if (!(await run({ contractId, note }))) return false;
    setChoosing(null);
    const name = loggable.find((one) => one.contractId === contractId)?.client.name ?? t('yourClient');
    say(t('runsFor', { name }));
    return true;
  };

  const startNth = async (one: WeekView | undefined) => {
    if (!one || one.contractId === running?.contractId) return;
    if (await startQuickly(one)) say(t('runsFor', { name: one.client.name }));
    else setChoosing({ contractId: one.contractId });
  };
  useTimerKeys((key: TimerKey) => {
    if (key === '?') setOpened('keys');
    else if (key === 'x') void stopIt();
    else if (key === 'n' && loggable.length > 0) setOpened('log');
    else if (key === 's' && loggable.some(({ contractId }) => contractId !== running?.contractId)) setChoosing({});
    else if (typeof key === 'number') void startNth(loggable[key - 1]);
  });

  if (timer.isPending || weeks.isPending) return <div className="h-16" />;
  if (!running && loggable.length === 0) {
    return (
      <section aria-label={t('timer')}>
        <p className="mx-auto flex min-h-16 max-w-[calc(var(--page)+5rem)] items-center px-4 text-ink-soft sm:px-8 lg:px-10">
          {t('noTimerYet')}
        </p>
      </section>
    );
  }
  return (
    <section aria-label={t('timer')} className={running ? 'bg-wet-wash' : ''}>
      <div className="mx-auto flex min-h-16 max-w-[calc(var(--page)+5rem)] items-center gap-x-4 px-4 py-2 sm:px-8 lg:px-10">
        {running ? (
          <Running entry={running} week={week} />
        ) : (
          <p className="min-w-0 flex-1 text-ink-soft">
            <span className="font-semibold text-ink">{t('noTimerRuns')}</span>{' '}
            <span className="max-sm:hidden">{t('startWhenWorking')}</span>
          </p>
        )}
        {running ? (
          <>
            <Button
              size="thumb"
              className="max-sm:px-3"
              aria-keyshortcuts="s"
              onClick={() => setChoosing({})}
              disabled={loggable.length < 2}
            >
              {t('switch')}
            </Button>
            <Button
              weight="strong"
              size="thumb"
              aria-keyshortcuts="x"
              isBusy={isBusy && !choosing}
              onClick={() => void stopIt()}
            >
              <Square aria-hidden="true" className="size-3.5 fill-current" />
              {t('stop')}
            </Button>
          </>
        ) : (
          <Button weight="strong" size="thumb" aria-keyshortcuts="s" onClick={() => setChoosing({})}>
            <Play aria-hidden="true" className="size-4 fill-current" />
            {t('start')}
          </Button>
        )}
        <button
          type="button"
          className="grid size-10 place-items-center rounded text-ink-soft hover:bg-band max-md:hidden"
          aria-keyshortcuts="?"
          title={t('keys.title')}
          onClick={() => setOpened('keys')}
        >
          <Keyboard aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('keys.title')}</span>
        </button>
      </div>
      <WaitingTaps weeks={weeks.data ?? []} />
      <div aria-live="assertive">
        {problem !== null && !choosing ? (
          <div className="px-4 pb-3 sm:px-8 lg:px-10">
            <ProblemNote error={problem} />
          </div>
        ) : null}
      </div>
      {choosing ? (
        <Dialog
          title={running ? t('switchTo') : t('startTimer')}
          onClose={() => {
            setChoosing(null);
            forget();
          }}
        >
          <StartTimerForm
            weeks={loggable.filter(({ contractId }) => contractId !== running?.contractId)}
            chosen={choosing.contractId}
            verb={running ? t('switch') : t('start')}
            isBusy={isBusy}
            problem={problem}
            onStart={start}
          />
        </Dialog>
      ) : null}
      {opened === 'keys' ? <KeysDialog onClose={() => setOpened(null)} /> : null}
      {opened === 'log' ? <LogTimeDialog weeks={loggable} onClose={() => setOpened(null)} /> : null}
    </section>
  );
}

function Running({ entry, week }: { readonly entry: TimeEntryView; readonly week: WeekView | undefined }) {
  const t = useTranslations('time');
  useNow();
  const now = serverNow();
  const seconds = secondsSince(entry.start, now);
  const isLong = seconds > WARN_TIMER_AFTER_HOURS * HOUR_S;
  return (
    <div className="flex min-w-0 flex-1 gap-x-4 max-sm:flex-col sm:items-center">
      <p className="text-title leading-tight font-bold whitespace-nowrap text-wet tabular-nums" role="timer">
        {formatRunning(seconds)}
      </p>
      <div className="min-w-0 leading-tight">
        <p className="flex items-center gap-2 font-semibold max-sm:text-fine">
          <span aria-hidden="true" className="wet-dot size-2 flex-none rounded-[50%] bg-wet" />
          <span className="truncate">{week?.client.name ?? entry.clientName}</span>
        </p>
        <p className="truncate text-fine text-ink-soft max-sm:hidden">
          {isLong ? t.rich('stillAtItSince', { time: () => <Instant at={entry.start} as="time" /> }) : entry.note}
        </p>
        {week ? <LimitNote week={week} now={now} isShort /> : null}
        {isLong ? <p className="text-fine sm:hidden">{t('stillAtIt')}</p> : null}
      </div>
    </div>
  );
}

function secondsSince(start: string, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(start)) / 1000);
}
