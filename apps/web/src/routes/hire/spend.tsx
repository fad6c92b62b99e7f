import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { spendQuery } from '../../features/billing/billing.queries.ts';
import { spendColumns } from '../../features/billing/spend-columns.ts';
import { SpendTable } from '../../features/billing/spend-table.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { zoneName } from '../../ui/reader.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { inShell } from '../shell/in-shell.tsx';

// What draws it is larger than the rest of the screen.
const SpendChart = inShell(async () => (await import('../../features/billing/spend-chart.tsx')).SpendChart);

const CHOICES = [3, 6, 12, 24] as const;
const USUAL = 12;

/** What was spent, by month and by assistant. */
export function Spend() {
  const t = useTranslations('home');
  const { businesses } = useMe();
  const { businessId, months, choose } = useChosen(businesses[0]?.id ?? '');
  const business = businesses.find(({ id }) => id === businessId);
  const spend = useQuery({ ...spendQuery(businessId, months), enabled: businessId !== '' });
  return (
    <Page
      title={t('spendTitle')}
      lede={business ? t('spendLede', { zone: zoneName(business.zone) }) : undefined}
      actions={
        <DownloadLink to={`/api/businesses/${businessId}/spend/csv?months=${months}`}>{t('asCsv')}</DownloadLink>
      }
    >
      <div className="mb-6 grid max-w-[var(--measure)] gap-4 sm:grid-cols-2">
        {businesses.length > 1 ? (
          <SelectField
            label={t('business')}
            value={businessId}
            options={businesses.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(of) => choose({ of })}
          />
        ) : null}
        <SelectField
          label={t('months')}
          value={String(months)}
          options={CHOICES.map((count) => ({ value: String(count), label: t('lastMonths', { count }) }))}
          onChange={(value) => choose({ months: value })}
        />
      </div>
      <Fetched
        query={spend}
        lines={8}
        isEmpty={({ rows }) => rows.length === 0}
        empty={<Empty title={t('noSpend')}>{t('noSpendText')}</Empty>}
      >
        {(data) => (
          <>
            <Section title={t('spendChart')}>
              <SpendChart {...spendColumns(data, t('others'))} />
            </Section>
            <Section title={t('spendTable')}>
              <SpendTable rows={data.rows} />
            </Section>
          </>
        )}
      </Fetched>
    </Page>
  );
}

/** Of which business and over how long: in the address, so that it can be kept and sent. */
function useChosen(first: string) {
  const query = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const months = CHOICES.find((count) => String(count) === query.get('months')) ?? USUAL;
  const businessId = query.get('of') ?? first;
  const choose = (change: { of?: string; months?: string }) =>
    navigate(`/hire/spend?${new URLSearchParams({ of: businessId, months: String(months), ...change }).toString()}`, {
      replace: true,
    });
  return { businessId, months, choose };
}
