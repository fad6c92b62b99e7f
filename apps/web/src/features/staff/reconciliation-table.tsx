import type { ReconciliationList } from '@app/wire/staff';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';

type Row = ReconciliationList[number];

/** Stripe's balance beside the books'; what to do when they differ. */
export function ReconciliationTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations('staff');
  const differs = rows[0] !== undefined && rows[0].differenceCents !== 0;
  return (
    <>
      {differs ? (
        <p className="mb-3 border-l-4 border-fault bg-fault-wash px-3 py-2">{t('reconciliation.what')}</p>
      ) : null}
      <Table<Row>
        caption={t('reconciliation.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', label: t('reconciliation.at'), isHeading: true, render: ({ at }) => <Instant at={at} /> },
          {
            key: 'state',
            label: t('search.state'),
            render: ({ differenceCents }) => (
              <State tone={differenceCents === 0 ? 'settled' : 'fault'}>
                {t(differenceCents === 0 ? 'reconciliation.same' : 'reconciliation.differs')}
              </State>
            ),
          },
          { key: 's', label: 'Stripe', isNumber: true, render: ({ stripeCents }) => <Amount cents={stripeCents} /> },
          {
            key: 'books',
            label: t('reconciliation.books'),
            isNumber: true,
            render: ({ ledgerCents }) => <Amount cents={ledgerCents} />,
          },
          {
            key: 'difference',
            label: t('reconciliation.difference'),
            isNumber: true,
            render: ({ differenceCents }) => <Amount cents={differenceCents} />,
          },
        ]}
      />
    </>
  );
}
