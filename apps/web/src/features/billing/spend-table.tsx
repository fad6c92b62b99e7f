import type { SpendView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Table } from '../../ui/table.tsx';
import { formatMonth } from './spend-columns.ts';

type Row = SpendView['rows'][number];

/** The latest month first. */
export function SpendTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations('home');
  const total = rows.reduce((sum, { spentCents }) => sum + spentCents, 0);
  const cents = (key: 'workCents' | 'feeCents' | 'givenBackCents' | 'spentCents', label: string) => ({
    ...{ key, label, isNumber: true },
    render: (row: Row) => <Amount cents={row[key]} />,
  });
  return (
    <Table
      caption={t('spendChart')}
      rows={rows.toSorted((a, b) => b.month.localeCompare(a.month))}
      rowKey={({ month, assistant }) => `${month} ${assistant.id}`}
      columns={[
        { key: 'assistant', label: t('columns.assistant'), isHeading: true, render: ({ assistant }) => assistant.name },
        { key: 'month', label: t('columns.month'), render: ({ month }) => formatMonth(month, 'long') },
        {
          ...{ key: 'hours', label: t('columns.hours'), isNumber: true },
          render: ({ minutes }) => <Duration seconds={minutes * 60} />,
        },
        cents('workCents', t('columns.work')),
        cents('feeCents', t('columns.fee')),
        cents('givenBackCents', t('columns.back')),
        cents('spentCents', t('columns.spent')),
      ]}
      foot={
        <tr className="font-bold max-sm:flex max-sm:justify-between max-sm:py-3">
          <th scope="row" colSpan={6} className="py-2.5 text-left">
            {t('total')}
          </th>
          <td className="py-2.5 text-right">
            <Amount cents={total} />
          </td>
        </tr>
      }
    />
  );
}
