import type { InvoiceView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Table } from '../../ui/table.tsx';
import { Week } from '../../ui/week.tsx';
import { InvoiceState } from './invoice-state.tsx';

export function InvoiceTable({ invoices }: { readonly invoices: readonly InvoiceView[] }) {
  const t = useTranslations('billing');
  return (
    <Table
      caption={t('invoicesCaption')}
      rows={invoices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          label: t('columns.invoice'),
          isHeading: true,
          render: ({ id, number }) => (
            <Link href={`/hire/invoices/${id}`} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'week', label: t('columns.week'), render: ({ week }) => <Week {...week} /> },
        { key: 'issued', label: t('columns.issued'), render: ({ issuedAt }) => <Instant at={issuedAt} as="date" /> },
        { key: 'state', label: t('columns.state'), render: ({ state }) => <InvoiceState state={state} /> },
        {
          key: 'total',
          label: t('columns.total'),
          isNumber: true,
          render: ({ totalCents }) => <Amount cents={totalCents} className="font-semibold" />,
        },
      ]}
    />
  );
}
