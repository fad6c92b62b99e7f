import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';

import { disputesQuery, questionsQuery } from '../../features/disputes/disputes.queries.ts';
import { contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { payeeQuery } from '../../features/payouts/payouts.queries.ts';
import { PayeeNotice } from '../../features/payouts/payee-notice.tsx';
import { profileQuery } from '../../features/profiles/profiles.queries.ts';
import { ClientWeeks } from '../../features/timelog/client-weeks.tsx';
import { EditEntryDialog } from '../../features/timelog/edit-entry-dialog.tsx';
import { useShown } from '../../features/timelog/entry-deletion.ts';
import { EntryList, secondsOf } from '../../features/timelog/entry-list.tsx';
import { LogTimeDialog } from '../../features/timelog/log-time-dialog.tsx';
import { OverlapBands } from '../../features/timelog/overlap-bands.tsx';
import { QuickStart } from '../../features/timelog/quick-start.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { useQuickTimer, useToday } from '../../features/timelog/use-quick-timer.ts';
import { useTimer } from '../../features/timelog/use-timer.ts';
import { worked } from '../../features/timelog/worked.ts';
import { useMe } from '../../api/session.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Duration } from '../../ui/duration.tsx';
import { formatInstant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Empty, Fetched, Loading } from '../../ui/states.tsx';
import { isFirstLoading } from '../first-loading.ts';
import { Needs } from './needs.tsx';

import type { TimeEntryView, WeekView } from '@app/wire/timelog';
import { useTranslations } from 'use-intl';

const A_MINUTE_MS = 60_000;

export function Today() {
  const t = useTranslations('time');
  const { zone } = useReader();
  const me = useMe();
  const now = useNow(A_MINUTE_MS);
  const weeks = useQuery(weeksQuery('current'));
  const entries = useToday();
  const contracts = useQuery(contractsQuery);
  const offers = contracts.data?.filter(({ can }) => can.accept) ?? [];
  const payee = useQuery({ ...payeeQuery, enabled: me.assists });
  const profile = useQuery({ ...profileQuery, enabled: me.assists });
  const waiting = [useQuery(disputesQuery), useQuery(questionsQuery)];
  const timer = useTimer();
  const startQuickly = useQuickTimer(timer);
  const logged = useShown(entries.data ?? []);
  // What was started without a network is no entry yet.
  const isListed = timer.running === null || logged.some(({ end }) => end === null);
  const today = isListed || !timer.running ? logged : [...logged, timer.running];
  const [editing, setEditing] = useState<TimeEntryView | null>(null);
  const [starting, setStarting] = useState<WeekView | null>(null);
  const [isLogging, setLogging] = useState(false);
  // Asked for from another screen: by the palette.
  const asked = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const forget = () => {
    if (asked.size > 0) navigate('/assist', { replace: true });
  };

  const all = weeks.data ?? [];
  const toStart = starting ?? all.find(({ can, contractId }) => can.log && contractId === asked.get('timer'));
  const nameOf = (entry: TimeEntryView) =>
    all.find(({ contractId }) => contractId === entry.contractId)?.client.name ?? entry.clientName;
  const start = async (week: WeekView) => {
    if (!(await startQuickly(week))) setStarting(week);
  };

  if (isFirstLoading([weeks, entries, contracts, payee, profile, ...waiting])) return <Loading lines={8} />;
  return (
    <Page
      title={formatInstant(now, { zone, as: 'day' })}
      lede={t('todayLede', { zone: zoneName(zone) })}
      actions={
        all.some(({ can }) => can.log) ? <Button onClick={() => setLogging(true)}>{t('logByHand')}</Button> : undefined
      }
    >
      {offers.length > 0 ? (
        <p className="mb-4 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
          {t('offersWait', { count: offers.length })}{' '}
          <Link href="/assist/work">{t('readOffers', { count: offers.length })}</Link>
        </p>
      ) : null}
      {payee.data ? <PayeeNotice payee={payee.data} /> : null}
      <Needs />
      {all.length > 0 ? <Sums weeks={all} today={today} now={now} /> : null}

      <Section title={t('thisWeek')} note={t('thisWeekNote')}>
        <Fetched
          query={weeks}
          empty={
            <Empty title={t('noContract')} action={<ButtonLink to="/assist/work">{t('lookForWork')}</ButtonLink>}>
              {t('noContractText')}
            </Empty>
          }
        >
          {(data) => (
            <ClientWeeks
              weeks={data}
              running={timer.running}
              isBusy={timer.isBusy}
              onStart={(week) => void start(week)}
            />
          )}
        </Fetched>
      </Section>

      {profile.data && all.length > 0 ? (
        <Section title={t('bands.title')} note={t('bands.note', { zone: zoneName(zone) })}>
          <OverlapBands weeks={all} own={{ zone: profile.data.zone, hours: profile.data.availability }} now={now} />
        </Section>
      ) : null}

      <Section
        title={t('today')}
        note={<Duration seconds={today.reduce((sum, entry) => sum + secondsOf(entry, now), 0)} />}
      >
        <Fetched
          query={entries}
          isEmpty={() => today.length === 0}
          empty={<Empty title={t('nothingToday')}>{t('nothingTodayText')}</Empty>}
        >
          {() => <EntryList entries={today} now={now} nameOf={nameOf} onEdit={setEditing} />}
        </Fetched>
      </Section>

      {editing ? <EditEntryDialog entry={editing} onClose={() => setEditing(null)} /> : null}
      {(isLogging || asked.has('log')) && weeks.data ? (
        <LogTimeDialog
          weeks={all.filter(({ can }) => can.log)}
          onClose={() => {
            setLogging(false);
            forget();
          }}
        />
      ) : null}
      {toStart ? (
        <QuickStart
          key={toStart.id}
          week={toStart}
          timer={timer}
          onClose={() => {
            setStarting(null);
            forget();
          }}
        />
      ) : null}
    </Page>
  );
}

interface SumsProps {
  readonly weeks: readonly WeekView[];
  readonly today: readonly TimeEntryView[];
  readonly now: Date;
}

function Sums({ weeks, today, now }: SumsProps) {
  const t = useTranslations('time');
  const sum = (part: (week: WeekView) => number) => weeks.reduce((total, week) => total + part(week), 0);
  return (
    <Figures
      figures={[
        {
          label: t('today'),
          value: <Duration seconds={today.reduce((total, entry) => total + secondsOf(entry, now), 0)} />,
          note: today.some(({ end }) => end === null) ? t('andCounting') : t('noTimer'),
        },
        {
          label: t('thisWeek'),
          value: <Duration seconds={sum((week) => worked(week, now).within + worked(week, now).over)} />,
          note: t('forClients', { count: weeks.length }),
        },
        {
          label: t('leftThisWeek'),
          value: <Duration seconds={sum((week) => Math.max(0, week.limitSeconds - worked(week, now).within))} />,
          note: t('withinLimits'),
        },
        {
          label: t('worthSoFar'),
          value: <Amount cents={sum(({ worthCents }) => worthCents)} />,
          note: t('allYours'),
        },
      ]}
    />
  );
}
