import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { JobList } from '../../features/staff/job-list.tsx';
import {
  jobsQuery,
  reconciliationsQuery,
  sweepsQuery,
  webhooksQuery,
} from '../../features/staff/operations.queries.ts';
import { ReconciliationTable } from '../../features/staff/reconciliation-table.tsx';
import { SweepTable } from '../../features/staff/sweep-table.tsx';
import { WebhookTable } from '../../features/staff/webhook-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useOperationsTabs } from './operations-tabs.ts';

/** What runs by itself, what of it failed, and what to do about that. */
export function Operations() {
  const t = useTranslations('staff');
  const jobs = useQuery(jobsQuery);
  const webhooks = useQuery(webhooksQuery);
  const reconciliations = useQuery(reconciliationsQuery);
  const sweeps = useQuery(sweepsQuery);
  return (
    <Page title={t('operations.title')} lede={t('operations.lede')}>
      <Tabs {...useOperationsTabs()} />
      <Section title={t('jobs.title')} note={t('jobs.note')}>
        <Fetched query={jobs} empty={<Empty title={t('jobs.empty')}>{t('jobs.emptyText')}</Empty>}>
          {(rows) => <JobList jobs={rows} />}
        </Fetched>
      </Section>
      <Section title={t('webhooks.title')} note={t('webhooks.note')}>
        <Fetched query={webhooks} empty={<Empty title={t('webhooks.empty')}>{t('webhooks.emptyText')}</Empty>}>
          {(rows) => <WebhookTable webhooks={rows} />}
        </Fetched>
      </Section>
      <Section title={t('reconciliation.title')} note={t('reconciliation.note')}>
        <Fetched
          query={reconciliations}
          empty={<Empty title={t('reconciliation.empty')}>{t('reconciliation.emptyText')}</Empty>}
        >
          {(rows) => <ReconciliationTable rows={rows} />}
        </Fetched>
      </Section>
      <Section title={t('sweeps.title')} note={t('sweeps.note')}>
        <Fetched query={sweeps} empty={<Empty title={t('sweeps.empty')}>{t('sweeps.emptyText')}</Empty>}>
          {(rows) => <SweepTable rows={rows} />}
        </Fetched>
      </Section>
    </Page>
  );
}
