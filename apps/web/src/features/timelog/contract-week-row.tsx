import type { WeekView } from '@app/wire/timelog';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { HoursBar } from '../../ui/hours-bar.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { State } from '../../ui/state.tsx';
import { Week } from '../../ui/week.tsx';
import { WeekSays } from './week-says.tsx';
import { WeekState } from './week-state.tsx';
import { worked } from './worked.ts';

const A_MINUTE_MS = 60_000;

interface ContractWeekRowProps {
  readonly week: WeekView;
  /** What there is to decide about it. */
  readonly action?: ReactNode;
}

/** A client's view of one contract's week: hours against the limit, what it is worth, what comes next and when. */
export function ContractWeekRow({ week, action }: ContractWeekRowProps) {
  const t = useTranslations('time');
  const now = useNow(A_MINUTE_MS);
  const { within, over } = worked(week, now);
  return (
    <li className="grid items-start gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0 md:grid-cols-[minmax(0,1fr)_13rem_7.5rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          <Link href={`/hire/weeks/${week.id}`}>{week.assistant.name}</Link>
          {week.runningSince ? (
            <State tone="running">
              {t.rich('since', { time: () => <Instant at={week.runningSince ?? now} as="time" /> })}
            </State>
          ) : null}
          <WeekState week={week} />
        </p>
        <p className="truncate text-fine text-ink-soft">
          {week.title} · <Amount cents={week.rateCents} isRate />
        </p>
        <p className="mt-1 text-fine text-ink-faint">
          {week.state === 'open' ? null : (
            <>
              <Week {...week} />:{' '}
            </>
          )}
          <WeekSays week={week} now={now} />
          {week.can.approve && week.reviewEndsAt ? (
            <> {t.rich('reviewUntil', { date: () => <Instant at={week.reviewEndsAt ?? now} isEnd /> })}</>
          ) : null}
        </p>
      </div>
      <HoursBar
        label={t('hoursOf', { name: week.assistant.name })}
        seconds={within}
        limitSeconds={week.limitSeconds}
        overSeconds={over}
        isRunning={week.runningSince !== null}
        isOpen={week.state === 'open'}
      />
      <div className="flex items-baseline max-md:justify-between gap-3 md:grid md:justify-items-end md:gap-1.5">
        <div className="md:text-right">
          <Amount cents={week.clientTotalCents} className="text-lead font-semibold" />
          <p className="text-fine text-ink-faint">
            {t.rich('allInPlus', { amount: () => <Amount cents={week.worthCents} /> })}
          </p>
        </div>
        {action}
      </div>
    </li>
  );
}
