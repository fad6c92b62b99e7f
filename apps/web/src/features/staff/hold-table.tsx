import type { HoldView } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { Table } from '../../ui/table.tsx';
import { Act } from './act.tsx';
import { Due } from './due.tsx';
import { trailOf } from './found-links.ts';
import { daysFromNow } from './hold-terms.ts';
import { membersQuery } from './staff.queries.ts';
import { useWord } from './staff-words.tsx';

const RENEWED_DAYS = 7;

/** What staff hold: each has its reason, its end and its reviewer. */
export function HoldTable({ holds }: { readonly holds: readonly HoldView[] }) {
  const t = useTranslations('staff');
  const word = useWord();
  const members = useQuery(membersQuery).data ?? [];
  const nameOf = (id: string | null) => members.find(({ accountId }) => accountId === id)?.name ?? t('hold.anybody');
  return (
    <Table<HoldView>
      caption={t('hold.title')}
      rows={holds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          label: t('search.what'),
          isHeading: true,
          render: ({ subjectKind, subjectId, reasonCode }) => (
            <>
              <Link href={trailOf(subjectId)}>{t(`hold.of.${subjectKind}`)}</Link>
              <span className="block text-fine font-normal text-ink-soft">{word(reasonCode)}</span>
            </>
          ),
        },
        { key: 'until', label: t('hold.until'), render: ({ until }) => <Due at={until} /> },
        { key: 'by', label: t('hold.by'), render: ({ placedBy }) => nameOf(placedBy) },
        { key: 'reviewer', label: t('hold.reviewer'), render: ({ reviewerId }) => nameOf(reviewerId) },
        {
          key: 'do',
          label: t('hold.release'),
          hasHiddenLabel: true,
          isNumber: true,
          render: (hold) => <Acts hold={hold} />,
        },
      ]}
    />
  );
}

function Acts({ hold: { id, can } }: { readonly hold: HoldView }) {
  const t = useTranslations('staff');
  return (
    <span className="inline-flex flex-wrap gap-2">
      {can.renew ? (
        <Act
          verb={t('hold.renew')}
          title={t('hold.renewTitle')}
          said={t('hold.renewed')}
          run={() => send('POST', `/staff/holds/${id}/renewal`, { body: { until: daysFromNow(RENEWED_DAYS) } })}
        >
          <p>{t('hold.renewText', { count: RENEWED_DAYS })}</p>
        </Act>
      ) : null}
      {can.release ? (
        <Act
          verb={t('hold.release')}
          title={t('hold.releaseTitle')}
          asks={[{ name: 'reason', label: t('why'), help: t('whyHelp') }]}
          said={t('hold.released')}
          run={(body) => send('POST', `/staff/holds/${id}/release`, { body })}
        >
          <p>{t('hold.releaseText')}</p>
        </Act>
      ) : null}
    </span>
  );
}
