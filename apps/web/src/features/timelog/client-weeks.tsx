import type { TimeEntryView, WeekView } from '@app/wire/timelog';
import { Play, Repeat2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { HoursBar } from '../../ui/hours-bar.tsx';
import { formatInstant, Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { State } from '../../ui/state.tsx';
import { LimitNote } from './limit-note.tsx';
import { serverNow } from './server-clock.ts';
import { worked } from './worked.ts';

const A_MINUTE_MS = 60_000;

interface ClientWeeksProps {
  readonly weeks: readonly WeekView[];
  readonly running: TimeEntryView | null;
  readonly isBusy: boolean;
  onStart(week: WeekView): void;
}

/** An assistant's week, a row a client: what is worked, what is left, what it is worth, and the timer one tap away. */
export function ClientWeeks({ weeks, running, isBusy, onStart }: ClientWeeksProps) {
  const loggable = weeks.filter(({ can }) => can.log);
  return (
    <ul>
      {weeks.map((week) => (
        <ClientWeek
          key={week.id}
          keyNumber={week.can.log ? loggable.indexOf(week) + 1 : 0}
          week={week}
          isRunning={running?.contractId === week.contractId}
          does={running ? 'switch' : 'start'}
          isBusy={isBusy}
          onStart={() => onStart(week)}
        />
      ))}
    </ul>
  );
}

interface ClientWeekProps {
  readonly week: WeekView;
  readonly isRunning: boolean;
  readonly does: 'switch' | 'start';
  /** The key that starts it, 1 to 9. */
  readonly keyNumber: number;
  readonly isBusy: boolean;
  onStart(): void;
}

function ClientWeek({ week, isRunning, does, keyNumber, isBusy, onStart }: ClientWeekProps) {
  const t = useTranslations('time');
  const reader = useReader();
  const now = useNow(A_MINUTE_MS);
  const { within, over } = worked(week, now);
  const Icon = does === 'switch' ? Repeat2 : Play;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0 md:grid-cols-[minmax(0,1fr)_14rem_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold">
          {week.client.name}
          {isRunning ? <State tone="running">{t('running')}</State> : null}
        </p>
        <p className="text-fine text-ink-soft">
          <Link href={`/assist/contracts/${week.contractId}`} className="inline-block max-w-full truncate align-bottom">
            {week.title}
          </Link>
        </p>
        <p className="mt-1 text-fine text-ink-faint">
          {reader.zone === week.zone ? null : (
            <>
              {formatInstant(now, { zone: week.zone, as: 'time' })} {zoneName(week.zone)} ·{' '}
            </>
          )}
          {t.rich('freezes', { date: () => <Instant at={week.freezesAt} /> })}
        </p>
      </div>
      <div className="max-md:order-last max-md:col-span-2">
        <HoursBar
          label={t('hoursFor', { name: week.client.name })}
          seconds={within}
          limitSeconds={week.limitSeconds}
          overSeconds={over}
          isRunning={isRunning}
        />
        <LimitNote week={week} now={serverNow()} />
      </div>
      <div className="grid min-w-24 justify-items-end gap-1.5">
        <Amount cents={week.worthCents} className="font-semibold" />
        {isRunning || !week.can.log ? null : (
          <Button
            size="small"
            disabled={isBusy}
            onClick={onStart}
            {...(keyNumber > 0 && keyNumber < 10 ? { 'aria-keyshortcuts': String(keyNumber) } : {})}
          >
            <Icon aria-hidden="true" className="size-3.5" />
            {t(does)}
            <span className="sr-only"> {t('timerFor', { name: week.client.name })}</span>
            {keyNumber > 0 && keyNumber < 10 ? (
              <kbd aria-hidden="true" className="border border-rule px-1 text-ink-faint max-md:hidden">
                {keyNumber}
              </kbd>
            ) : null}
          </Button>
        )}
      </div>
    </li>
  );
}
