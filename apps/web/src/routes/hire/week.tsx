import type { WeekDetail } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';

import { ApproveWeek } from '../../features/billing/approve-week.tsx';
import { EntryDays } from '../../features/timelog/entry-list.tsx';
import { weekQuery } from '../../features/timelog/timelog.queries.ts';
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
  const now = useNow(A_MINUTE_MS);
  const { within, over } = worked(week, now);
  return (
    <Page
      title={week.assistant.name}
      lede={
        <>
          {week.title}, <Week {...week} />
        </>
      }
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
            label: 'Hours',
            value: <Duration seconds={within} />,
            note:
              over > 0 ? (
                <>
                  <Duration seconds={over} /> past the limit
                </>
              ) : (
                'within the limit'
              ),
          },
          { label: 'Rate', value: <Amount cents={week.rateCents} isRate /> },
          { label: 'To the assistant', value: <Amount cents={week.worthCents} /> },
          { label: 'You pay, all in', value: <Amount cents={week.clientTotalCents} /> },
        ]}
      />
      <Section title="Where it stands" note={<WeekState week={week} />}>
        <p className="mb-3">{week.says}</p>
        <HoursBar
          label="Hours against the limit"
          seconds={within}
          limitSeconds={week.limitSeconds}
          overSeconds={over}
          isRunning={week.runningSince !== null}
          isOpen={week.state === 'open'}
        />
        <p className="mt-2 text-fine text-ink-faint">
          {week.state === 'open' ? 'Freezes' : 'Frozen'} <Instant at={week.freezesAt} />
          {week.reviewEndsAt ? (
            <>
              , review until <Instant at={week.reviewEndsAt} isEnd />
            </>
          ) : null}
          .
        </p>
      </Section>
      <Section title="What was done">
        {week.entries.length > 0 ? (
          <EntryDays entries={week.entries} now={now} />
        ) : (
          <Empty title="Nothing logged yet">
            Each stretch of work stands here with its note as soon as it is logged.
          </Empty>
        )}
      </Section>
    </Page>
  );
}
