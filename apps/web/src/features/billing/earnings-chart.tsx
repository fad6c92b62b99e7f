import { useTranslations } from 'use-intl';

import { StackedColumns } from '../../ui/stacked-columns.tsx';
import { formatWeek } from '../../ui/week.tsx';
import type { EarnedWeek } from './earnings-by-week.ts';

interface EarningsChartProps {
  readonly weeks: readonly EarnedWeek[];
  readonly clients: readonly string[];
}

/** A column a week, a part of it for each client. */
export function EarningsChart({ weeks, clients }: EarningsChartProps) {
  const t = useTranslations('billing');
  const columns = weeks.map(({ start, end, zone, cents }) => ({ label: formatWeek(start, end, zone), cents }));
  return <StackedColumns columns={columns} parts={clients} says={t('chartSays', { weeks: weeks.length })} />;
}
