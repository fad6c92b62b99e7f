import type { InvoiceView } from '@app/wire/billing';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Table } from '../../ui/table.tsx';
import { Week } from '../../ui/week.tsx';
import { InvoiceState } from './invoice-state.tsx';

export function InvoiceTable({ invoices }: { readonly invoices: readonly InvoiceView[] }) {
  return (
    <Table
      caption="Invoices, the newest first"
      rows={invoices}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          label: 'Invoice',
          isHeading: true,
          render: ({ id, number }) => (
            <Link href={`/hire/invoices/${id}`} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'week', label: 'Week', render: ({ week }) => <Week {...week} /> },
        { key: 'issued', label: 'Issued', render: ({ issuedAt }) => <Instant at={issuedAt} as="date" /> },
        { key: 'state', label: 'State', render: ({ state }) => <InvoiceState state={state} /> },
        {
          key: 'total',
          label: 'Total',
          isNumber: true,
          render: ({ totalCents }) => <Amount cents={totalCents} className="font-semibold" />,
        },
      ]}
    />
  );
}
