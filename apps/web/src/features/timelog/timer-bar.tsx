import type { TimeEntryView, WeekView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatRunning, formatHours } from '../../ui/duration.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { useToast } from '../../ui/toast.tsx';
import { StartTimerForm } from './start-timer-form.tsx';
import { weeksQuery } from './timelog.queries.ts';
import { useTimer } from './use-timer.ts';

const WARN_TIMER_AFTER_HOURS = 2;
const HOUR_S = 3600;

/** The timer, on every screen of an assistant: what runs, for how long, stop and switch. */
export function TimerBar() {
  const t = useTranslations('time');
  const weeks = useQuery(weeksQuery('current'));
  const { timer, running, problem, isBusy, run, stop, forget } = useTimer();
  const [isChoosing, setChoosing] = useState(false);
  const say = useToast();
  const loggable = (weeks.data ?? []).filter((week) => week.can.log);
  const week = loggable.find(({ contractId }) => contractId === running?.contractId);

  const stopIt = async () => {
    if (running && (await stop())) say(t('stopped', { hours: formatHours(secondsSince(running.start, new Date())) }));
  };
  const start = async (contractId: string, note: string) => {
    if (!(await run({ contractId, note }))) return false;
    setChoosing(false);
    const name = loggable.find((one) => one.contractId === contractId)?.client.name ?? t('yourClient');
    say(t('runsFor', { name }));
    return true;
  };

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
            <Button className="max-sm:px-3" onClick={() => setChoosing(true)} disabled={loggable.length < 2}>
              {t('switch')}
            </Button>
            <Button weight="strong" isBusy={isBusy && !isChoosing} onClick={() => void stopIt()}>
              <Square aria-hidden="true" className="size-3.5 fill-current" />
              {t('stop')}
            </Button>
          </>
        ) : (
          <Button weight="strong" size="thumb" onClick={() => setChoosing(true)}>
            <Play aria-hidden="true" className="size-4 fill-current" />
            {t('start')}
          </Button>
        )}
      </div>
      <div aria-live="assertive">
        {problem !== null && !isChoosing ? (
          <div className="px-4 pb-3 sm:px-8 lg:px-10">
            <ProblemNote error={problem} />
          </div>
        ) : null}
      </div>
      {isChoosing ? (
        <Dialog
          title={running ? t('switchTo') : t('startTimer')}
          onClose={() => {
            setChoosing(false);
            forget();
          }}
        >
          <StartTimerForm
            weeks={loggable.filter(({ contractId }) => contractId !== running?.contractId)}
            verb={running ? t('switch') : t('start')}
            isBusy={isBusy}
            problem={problem}
            onStart={start}
          />
        </Dialog>
      ) : null}
    </section>
  );
}

function Running({ entry, week }: { readonly entry: TimeEntryView; readonly week: WeekView | undefined }) {
  const t = useTranslations('time');
  const now = useNow();
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
        {isLong ? <p className="text-fine sm:hidden">{t('stillAtIt')}</p> : null}
      </div>
    </div>
  );
}

function secondsSince(start: string, now: Date): number {
  return Math.max(0, (now.getTime() - Date.parse(start)) / 1000);
}
