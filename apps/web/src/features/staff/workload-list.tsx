import type { StaffDisputeViews } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Table } from '../../ui/table.tsx';

type Workload = StaffDisputeViews['workload'][number];

/** How much each member of staff has taken, and has decided of late. */
export function WorkloadList({ workload }: { readonly workload: readonly Workload[] }) {
  const t = useTranslations('staff');
  return (
    <Table<Workload>
      caption={t('queue.workload')}
      rows={workload}
      rowKey={({ staff }) => staff.id}
      columns={[
        { key: 'who', label: t('queue.member'), isHeading: true, render: ({ staff }) => staff.name },
        { key: 'claimed', label: t('queue.claimed'), isNumber: true, render: ({ claimed }) => claimed },
        { key: 'decided', label: t('queue.decided'), isNumber: true, render: (row) => row.decidedIn30Days },
      ]}
    />
  );
}
