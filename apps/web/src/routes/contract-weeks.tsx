import type { ContractDetail } from '@app/wire/hiring';
import type { WeekView } from '@app/wire/timelog';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { contractWeeksQuery } from '../features/timelog/timelog.queries.ts';
import { WeekState } from '../features/timelog/week-state.tsx';
import { worked } from '../features/timelog/worked.ts';
import { Duration } from '../ui/duration.tsx';
import { Instant } from '../ui/instant.tsx';
import { useNow } from '../ui/now.ts';
import { Section } from '../ui/page.tsx';
import { State } from '../ui/state.tsx';
import { Empty, Fetched } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { formatWeek } from '../ui/week.tsx';

const A_MINUTE_MS = 60_000;

interface ContractWeeksProps {
  readonly contract: ContractDetail;
  /** Where the time of a week stands. */
  pathOf(week: WeekView): string;
  /** What the reader pays for a week or gets for it, and on which paper it stands. */
  readonly money: {
    readonly paper: string;
    paperOf(week: WeekView): ReactNode;
    readonly amount: string;
    amountOf(week: WeekView): ReactNode;
  };
}

/** Every week that was worked on a contract, the newest first. */
export function ContractWeeks({ contract, pathOf, money }: ContractWeeksProps) {
  const t = useTranslations('hiring.contract');
  const now = useNow(A_MINUTE_MS);
  const weeks = useQuery(contractWeeksQuery(contract.id));
  const stage = stageOf(contract);
  return (
    <Section title={t('weeks')}>
      <Fetched query={weeks} empty={<Empty title={t(`noWeek.${stage}`)}>{t(`noWeekText.${stage}`)}</Empty>}>
        {(rows) => (
          <Table<WeekView>
            caption={t('weeksCaption')}
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'week',
                label: t('week.week'),
                isHeading: true,
                render: (week) => (
                  <Link href={pathOf(week)} className="whitespace-nowrap">
                    {formatWeek(week.start, week.end, week.zone)}
                  </Link>
                ),
              },
              { key: 'state', label: t('week.state'), render: (week) => <StateOf week={week} now={now} /> },
              { key: 'paper', label: money.paper, render: money.paperOf },
              {
                key: 'hours',
                label: t('week.hours'),
                isNumber: true,
                render: (week) => <Hours week={week} now={now} />,
              },
              { key: 'amount', label: money.amount, isNumber: true, render: money.amountOf },
            ]}
          />
        )}
      </Fetched>
    </Section>
  );
}

/** Which weeks there can be. */
function stageOf({ state, startedAt }: ContractDetail): 'running' | 'offered' | 'over' {
  if (state === 'offered') return 'offered';
  return startedAt === null || state === 'ended' ? 'over' : 'running';
}

function StateOf({ week, now }: { readonly week: WeekView; readonly now: Date }) {
  const t = useTranslations('hiring.contract');
  if (week.state !== 'open') return <WeekState week={week} />;
  if (now.getTime() < Date.parse(week.end)) {
    return <State tone={week.runningSince === null ? 'idle' : 'running'}>{t('thisWeek')}</State>;
  }
  return (
    <span className="text-fine text-ink-soft">
      {t.rich('notFrozen', { date: () => <Instant at={week.freezesAt} /> })}
    </span>
  );
}

function Hours({ week, now }: { readonly week: WeekView; readonly now: Date }) {
  const t = useTranslations('hiring.contract');
  const { within, over } = worked(week, now);
  return (
    <>
      <Duration seconds={within} />
      {over > 0 ? (
        <span className="block text-fine text-ink-soft">
          {t.rich('overLimit', { duration: () => <Duration seconds={over} /> })}
        </span>
      ) : null}
    </>
  );
}
