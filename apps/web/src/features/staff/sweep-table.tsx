import type { SweepList } from '@app/wire/staff';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';

type Sweep = SweepList[number];

/** What runs every so often: when it last did, when it last had something to do, and what it failed on. */
export function SweepTable({ rows }: { readonly rows: readonly Sweep[] }) {
  const t = useTranslations('staff');
  return (
    <Table<Sweep>
      caption={t('sweeps.title')}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', label: t('sweeps.name'), isHeading: true, render: ({ name }) => name },
        {
          key: 'state',
          label: t('search.state'),
          render: ({ ranAt, failedAt, failure }) => {
            const fails = failedAt !== null && failedAt >= ranAt;
            return (
              <>
                <State tone={fails ? 'fault' : 'settled'}>{t(fails ? 'sweeps.failed' : 'sweeps.fine')}</State>
                {fails && failure ? <span className="block text-fine">{failure}</span> : null}
              </>
            );
          },
        },
        { key: 'ran', label: t('sweeps.ran'), render: ({ ranAt }) => <Instant at={ranAt} /> },
        {
          key: 'worked',
          label: t('sweeps.worked'),
          render: ({ workedAt }) => (workedAt ? <Instant at={workedAt} /> : t('page.never')),
        },
        { key: 'done', label: t('sweeps.done'), isNumber: true, render: ({ done }) => done },
      ]}
    />
  );
}
