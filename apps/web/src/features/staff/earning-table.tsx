import type { InvoicePageView } from '@app/wire/staff';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Table } from '../../ui/table.tsx';
import { CodeState } from './code-state.tsx';
import { pageOf, trailOf } from './found-links.ts';
import { HoldMoney } from './hold-money.tsx';
import { useWord } from './staff-words.tsx';

type Earning = InvoicePageView['earnings'][number];

/** What each line earns whom, where it stands and what holds it. */
export function EarningTable({ page: { lines, earnings } }: { readonly page: InvoicePageView }) {
  const t = useTranslations('staff');
  const word = useWord();
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return (
    <Table<Earning>
      caption={t('page.lines')}
      rows={earnings}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          label: t('page.assistant'),
          isHeading: true,
          render: ({ lineId }) => {
            const line = lineOf.get(lineId);
            return line ? <Link href={pageOf('person', line.assistantId) ?? ''}>{line.assistantName}</Link> : '';
          },
        },
        {
          key: 'state',
          label: t('search.state'),
          render: ({ state, releasesAt, blockedReason, holds }) => (
            <span className="inline-grid gap-1">
              <span>
                <CodeState code={state} />
              </span>
              {releasesAt ? (
                <span className="text-fine text-ink-faint">
                  {t.rich('page.releases', { at: () => <Instant at={releasesAt} /> })}
                </span>
              ) : null}
              {blockedReason ? <span className="text-fine">{word(blockedReason)}</span> : null}
              {holds.map((hold) => (
                <span key={hold.causeId} className="text-fine">
                  {t('page.heldBy', { cause: word(hold.causeKind), reason: word(hold.reasonCode) })}
                </span>
              ))}
            </span>
          ),
        },
        {
          key: 'amount',
          label: t('search.amount'),
          isNumber: true,
          render: ({ id, amountCents }) => (
            <Link href={trailOf(id)}>
              <Amount cents={amountCents} />
            </Link>
          ),
        },
        {
          key: 'hold',
          label: t('hold.hold'),
          hasHiddenLabel: true,
          isNumber: true,
          render: ({ id, state }) =>
            state === 'held' || state === 'due' ? <HoldMoney subject={{ kind: 'earning', id }} /> : null,
        },
      ]}
    />
  );
}
