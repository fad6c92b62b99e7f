import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Table } from '../../ui/table.tsx';
import { CodeState } from './code-state.tsx';
import { pageOf } from './found-links.ts';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly rateCents: number;
  /** Who is on the other side. */
  readonly other: string;
}

export function ContractTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTranslations('staff');
  return (
    <Table<Row>
      caption={t('page.contracts')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: t('page.contract'),
          isHeading: true,
          render: ({ id, title, other }) => (
            <>
              <Link href={pageOf('contract', id) ?? ''}>{title}</Link>
              <span className="block text-fine font-normal text-ink-soft">{other}</span>
            </>
          ),
        },
        { key: 'state', label: t('search.state'), render: ({ state }) => <CodeState code={state} /> },
        {
          key: 'rate',
          label: t('page.rate'),
          isNumber: true,
          render: ({ rateCents }) => <Amount cents={rateCents} isRate />,
        },
      ]}
    />
  );
}
