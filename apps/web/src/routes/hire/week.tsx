import type { WeekDetail } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { ApproveWeek } from '../../features/billing/approve-week.tsx';
import { EntryDays } from '../../features/timelog/entry-list.tsx';
import { weekQuery } from '../../features/timelog/timelog.queries.ts';
import { WeekSays } from '../../features/timelog/week-says.tsx';
import { WeekState } from '../../features/timelog/week-state.tsx';
import { worked } from '../../features/timelog/worked.ts';
import { Amount } from '../../ui/amount.tsx';
import { Duration } from '../../ui/duration.tsx';
import { HoursBar } from '../../ui/hours-bar.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { Empty, Failed, Loading } from '../../ui/states.tsx';
import { Week } from '../../ui/week.tsx';

const A_MINUTE_MS = 60_000;

export function WeekRoute() {
  const { id } = useParams<{ id: string }>();
  const week = useQuery(weekQuery(id));
  if (week.isPending) return <Loading lines={6} />;
  if (week.isError) return <Failed error={week.error} onRetry={() => void week.refetch()} />;
  return <WeekPage week={week.data} />;
}

function WeekPage({ week }: { readonly week: WeekDetail }) {
  const t = useTranslations('time');
  const now = useNow(A_MINUTE_MS);
  const { within, over } = worked(week, now);
  return (
    <Page
      title={week.assistant.name}
      lede={t.rich('weekLede', { title: week.title, week: () => <Week {...week} /> })}
      actions={
        week.can.approve ? (
          <ApproveWeek
            weekId={week.id}
            assistantName={week.assistant.name}
            seconds={week.countedSeconds}
            totalCents={week.clientTotalCents}
          />
        ) : undefined
      }
    >
      <Figures
        figures={[
          {
            label: t('hours'),
            value: <Duration seconds={within} />,
            note: over > 0 ? t.rich('pastTheLimit', { duration: () => <Duration seconds={over} /> }) : t('withinLimit'),
          },
          { label: t('rate'), value: <Amount cents={week.rateCents} isRate /> },
          { label: t('toAssistant'), value: <Amount cents={week.worthCents} /> },
          { label: t('youPay'), value: <Amount cents={week.clientTotalCents} /> },
        ]}
      />
      <Section title={t('stands')} note={<WeekState week={week} />}>
        <p className="mb-3">
          <WeekSays week={week} now={now} />
        </p>
        <HoursBar
          label={t('hoursAgainst')}
          seconds={within}
          limitSeconds={week.limitSeconds}
          overSeconds={over}
          isRunning={week.runningSince !== null}
          isOpen={week.state === 'open'}
        />
        <p className="mt-2 text-fine text-ink-faint">
          {t.rich(`dates.${week.state === 'open' ? 'freezes' : 'frozen'}${week.reviewEndsAt ? 'Review' : ''}`, {
            date: () => <Instant at={week.freezesAt} />,
            end: () => <Instant at={week.reviewEndsAt ?? week.freezesAt} isEnd />,
          })}
        </p>
      </Section>
      <Section title={t('whatDone')}>
        {week.entries.length > 0 ? (
          <EntryDays entries={week.entries} now={now} />
        ) : (
          <Empty title={t('nothingYet')}>{t('nothingYetText')}</Empty>
        )}
      </Section>
    </Page>
  );
}
