import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { membersQuery } from './staff.queries.ts';

interface Added {
  readonly effectiveFrom: string;
  readonly addedBy: string | null;
}

interface PolicyRowsProps<Row extends Added> {
  readonly caption: string;
  readonly rows: readonly Row[];
  says(row: Row): string;
}

const A_MINUTE_MS = 60_000;

/** What is to hold, what holds, what held: the latest first. */
export function PolicyRows<Row extends Added>({ caption, rows, says }: PolicyRowsProps<Row>) {
  const t = useTranslations('staff');
  const members = useQuery(membersQuery).data ?? [];
  const now = useNow(A_MINUTE_MS).toISOString();
  const sorted = rows.toSorted((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
  const inForce = sorted.find(({ effectiveFrom }) => effectiveFrom <= now);
  return (
    <Table<Row>
      caption={caption}
      rows={sorted}
      rowKey={({ effectiveFrom }) => effectiveFrom}
      columns={[
        {
          key: 'from',
          label: t('policies.from'),
          isHeading: true,
          render: ({ effectiveFrom }) => <Instant at={effectiveFrom} as="date" />,
        },
        { key: 'says', label: t('policies.says'), render: says },
        {
          key: 'state',
          label: t('search.state'),
          render: (row) => (
            <State tone={row === inForce ? 'settled' : row.effectiveFrom > now ? 'waiting' : 'idle'}>
              {t(row === inForce ? 'policies.holds' : row.effectiveFrom > now ? 'policies.toCome' : 'policies.past')}
            </State>
          ),
        },
        {
          key: 'by',
          label: t('policies.by'),
          render: ({ addedBy }) => members.find(({ accountId }) => accountId === addedBy)?.name ?? 'Kontor',
        },
      ]}
    />
  );
}
