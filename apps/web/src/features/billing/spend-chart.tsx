import { useTranslations } from 'use-intl';

import { StackedColumns } from '../../ui/stacked-columns.tsx';
import { formatMonth, type SpendColumn } from './spend-columns.ts';

interface SpendChartProps {
  readonly columns: readonly SpendColumn[];
  readonly names: readonly string[];
}

/** A column a month, a part of it for each assistant. */
export function SpendChart({ columns, names }: SpendChartProps) {
  const t = useTranslations('home');
  const months = columns.map(({ month, cents }) => ({ label: formatMonth(month, 'short'), cents }));
  return <StackedColumns columns={months} parts={names} says={t('chartSays', { months: columns.length })} />;
}
