import type { WeekView } from '@app/wire/timelog';
import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { ApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Instant } from '../../ui/instant.tsx';
import { later } from '../../ui/later.tsx';
import { useReader } from '../../ui/reader.tsx';
import { wallClock } from '../../ui/zoned.ts';
import type { Given } from './log-time-dialog.tsx';
import { serverNow } from './server-clock.ts';
import { dropTaps, sendWaiting, type Tap, useWaitingTaps } from './taps.ts';
import { useTimelogChanged } from './timelog.queries.ts';

const LogTimeDialog = later(async () => (await import('./log-time-dialog.tsx')).LogTimeDialog);

const TRIED_EVERY_MS = 10_000;

/** Tells the server what it has not heard of, as soon as somebody answers again. */
export function useTellWaiting(): void {
  const taps = useWaitingTaps();
  const queryClient = useQueryClient();
  const isWaiting = taps.length > 0 && !taps[0]?.refused;
  useEffect(() => {
    if (!isWaiting) return;
    const tell = async () => {
      if (await sendWaiting()) await queryClient.invalidateQueries({ queryKey: ['timelog'] });
    };
    void tell();
    const timer = setInterval(() => void tell(), TRIED_EVERY_MS);
    const online = () => void tell();
    addEventListener('online', online);
    return () => {
      clearInterval(timer);
      removeEventListener('online', online);
    };
  }, [isWaiting, queryClient]);
}

/** What was done and is not told yet; what was refused, as a question. Nothing is dropped unless its person says so. */
export function WaitingTaps({ weeks }: { readonly weeks: readonly WeekView[] }) {
  const t = useTranslations('time');
  const taps = useWaitingTaps();
  const [first, ...rest] = taps;
  if (!first) return null;
  if (first.refused) return <Refused tap={first} next={rest[0]} weeks={weeks} />;
  return (
    <output className="flex gap-2 border-t border-rule bg-waiting-wash px-4 py-2 text-fine sm:px-8 lg:px-10">
      <CloudOff aria-hidden="true" className="mt-0.5 size-4 flex-none" />
      <span className="min-w-0">
        <strong>{t('taps.waiting', { count: taps.length })}</strong>{' '}
        {taps.map((tap) => (
          <span key={tap.key} className="mr-2 inline-block">
            <TapSays tap={tap} />
          </span>
        ))}
      </span>
    </output>
  );
}

function TapSays({ tap: { does, at, work } }: { readonly tap: Tap }) {
  const t = useTranslations('time');
  return t.rich(`taps.${does}`, { name: work?.clientName ?? '', time: () => <Instant at={at} as="time" /> });
}

interface RefusedProps {
  readonly tap: Tap;
  readonly next: Tap | undefined;
  readonly weeks: readonly WeekView[];
}

function Refused({ tap, next, weeks }: RefusedProps) {
  const t = useTranslations('time');
  const { zone } = useReader();
  const changed = useTimelogChanged();
  const [isLogging, setLogging] = useState(false);
  const { status, code, details } = tap.refused ?? { status: 0, code: '', details: {} };
  // A start that never counted has nothing to be stopped.
  const keys = next?.does === 'stop' && tap.work ? [tap.key, next.key] : [tap.key];
  const drop = () => {
    dropTaps(keys);
    void changed();
  };
  const work = tap.work;
  const isWorked = work !== null && weeks.some(({ contractId, can }) => contractId === work.contractId && can.log);
  return (
    <section aria-label={t('taps.refused')} className="border-t border-rule px-4 py-3 sm:px-8 lg:px-10">
      <p className="mb-2" role="alert">
        <TapSays tap={tap} />
      </p>
      <ProblemNote error={new ApiError(status, code, code, {}, details)} />
      <div className="mt-3 flex flex-wrap gap-2">
        {isWorked ? (
          <Button weight="strong" onClick={() => setLogging(true)}>
            {t('taps.byHand')}
          </Button>
        ) : null}
        <Button onClick={drop}>{t(work ? 'taps.leaveOut' : 'taps.understood')}</Button>
      </div>
      {isLogging && work ? (
        <LogTimeDialog
          weeks={weeks.filter(({ can }) => can.log)}
          given={givenBy(tap.at, next?.at ?? serverNow().toISOString(), work, zone)}
          onLogged={drop}
          onClose={() => setLogging(false)}
        />
      ) : null}
    </section>
  );
}

function givenBy(start: string, end: string, work: { contractId: string; note: string }, zone: string): Given {
  const from = wallClock(new Date(start), zone);
  const to = wallClock(new Date(end), zone);
  return { contractId: work.contractId, note: work.note, date: from.date, start: from.time, end: to.time };
}
