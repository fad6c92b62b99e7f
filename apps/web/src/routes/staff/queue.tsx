import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useSearch } from 'wouter';

import {
  appealsQuery,
  chargebacksQuery,
  queueQuery,
  reportsQuery,
  type Which,
} from '../../features/staff/staff.queries.ts';
import { chargebacksIn } from '../../features/staff/chargebacks-in.ts';
import { QueueTable } from '../../features/staff/queue-table.tsx';
import { ReportList } from '../../features/staff/report-list.tsx';
import { SuspensionList } from '../../features/staff/suspension-list.tsx';
import { WorkloadList } from '../../features/staff/workload-list.tsx';
import { useNow } from '../../ui/now.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

const filters: readonly Which[] = ['waiting', 'mine', 'late', 'second_signature', 'appeals', 'all'];

const A_MINUTE_MS = 60_000;

/** What waits for staff, what is due first first. */
export function Queue() {
  const t = useTranslations('staff');
  const asked = new URLSearchParams(useSearch()).get('which');
  const which = filters.find((one) => one === asked) ?? 'waiting';
  const queue = useQuery(queueQuery(which));
  const chargebacks = useQuery(chargebacksQuery);
  const reports = useQuery(reportsQuery);
  const appeals = useQuery(appealsQuery);
  const now = useNow(A_MINUTE_MS);
  const among = (one: Which) => chargebacksIn(one, chargebacks.data ?? [], now);
  const countOf = (one: Which) => queue.data && queue.data.counts[one] + among(one).length;
  return (
    <Page title={t('queue.title')} lede={t('queue.lede')}>
      <Filters chosen={which} countOf={countOf} />
      <Section title={t('queue.toDo')} note={t('queue.toDoNote')}>
        <Fetched query={queue} lines={4}>
          {({ disputes }) => (
            <QueueTable
              disputes={disputes}
              chargebacks={among(which)}
              empty={<Empty title={t('queue.empty')}>{t('queue.emptyText')}</Empty>}
            />
          )}
        </Fetched>
      </Section>
      {reports.data && reports.data.length > 0 ? (
        <Section title={t('queue.reports')} note={t('queue.reportsNote')}>
          <ReportList reports={reports.data} />
        </Section>
      ) : null}
      {appeals.data && appeals.data.length > 0 ? (
        <Section title={t('queue.appeals')} note={t('queue.appealsNote')}>
          <SuspensionList suspensions={appeals.data} isOfMany />
        </Section>
      ) : null}
      <Section title={t('queue.workload')} note={t('queue.workloadNote')}>
        <Fetched query={queue} lines={2}>
          {({ workload }) => <WorkloadList workload={workload} />}
        </Fetched>
      </Section>
    </Page>
  );
}

interface FiltersProps {
  readonly chosen: Which;
  countOf(which: Which): number | undefined;
}

function Filters({ chosen, countOf }: FiltersProps) {
  const t = useTranslations('staff');
  return (
    <nav aria-label={t('queue.filters')} className="mb-6 flex flex-wrap gap-2">
      {filters.map((which) => (
        <Link
          key={which}
          href={which === 'waiting' ? '/staff' : `/staff?which=${which}`}
          aria-current={which === chosen ? 'page' : undefined}
          className={`inline-flex min-h-9 items-center gap-2 rounded border px-3 text-fine no-underline ${which === chosen ? 'border-ink bg-ink font-semibold text-paper' : 'border-edge bg-sheet hover:border-ink'}`}
        >
          {t(`queue.which.${which}`)}
          <span className="tabular-nums">{countOf(which) ?? ''}</span>
        </Link>
      ))}
    </nav>
  );
}
