import type { EarningView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { later } from '../../ui/later.tsx';
import { Section } from '../../ui/page.tsx';
import { Table } from '../../ui/table.tsx';
import { Week } from '../../ui/week.tsx';
import { earningsByWeek } from './earnings-by-week.ts';

const EarningsChart = later(async () => (await import('./earnings-chart.tsx')).EarningsChart, Room);

/** What was earned by client and week: drawn, and as figures behind it. */
export function WeeklyEarnings({ earnings }: { readonly earnings: readonly EarningView[] }) {
  const t = useTranslations('billing');
  const { weeks, clients } = earningsByWeek(earnings);
  if (weeks.length === 0) return null;
  return (
    <Section title={t('byWeek')} note={t('byWeekNote')}>
      <EarningsChart weeks={weeks} clients={clients} />
      <details className="mt-4">
        <summary className="text-fine font-semibold">{t('asTable')}</summary>
        <Table
          caption={t('byWeek')}
          rows={weeks.toReversed()}
          rowKey={({ start }) => start}
          columns={[
            { key: 'week', label: t('columns.week'), isHeading: true, render: (week) => <Week {...week} /> },
            ...clients.map((client) => ({
              key: client,
              label: client,
              isNumber: true,
              render: ({ cents }: (typeof weeks)[number]) => <Amount cents={cents[client] ?? 0} />,
            })),
            {
              key: 'total',
              label: t('total'),
              isNumber: true,
              render: ({ cents }) => (
                <Amount cents={Object.values(cents).reduce((sum, part) => sum + part, 0)} className="font-semibold" />
              ),
            },
          ]}
        />
      </details>
    </Section>
  );
}

function Room() {
  return <div className="h-[292px]" data-waiting />;
}
