import type { PersonPageView } from '@app/wire/staff';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Table } from '../../ui/table.tsx';
import { CodeState } from './code-state.tsx';
import { pageOf, trailOf } from './found-links.ts';
import { HoldMoney } from './hold-money.tsx';

type Payout = PersonPageView['payouts'][number];

/** What is to be transferred to somebody, when, and what staff hold of it. */
export function PayoutTable({ payouts }: { readonly payouts: readonly Payout[] }) {
  const t = useTranslations('staff');
  return (
    <Table<Payout>
      caption={t('payout.title')}
      rows={payouts}
      rowKey={({ earningId }) => earningId}
      columns={[
        {
          key: 'of',
          label: t('search.what'),
          isHeading: true,
          render: ({ invoiceId, invoiceNumber, clientName }) => (
            <>
              <Link href={pageOf('invoice', invoiceId) ?? ''}>{t('page.invoice', { number: invoiceNumber })}</Link>
              <span className="block text-fine font-normal text-ink-soft">{clientName}</span>
            </>
          ),
        },
        {
          key: 'state',
          label: t('search.state'),
          render: ({ states, heldUntil }) => (
            <span className="inline-grid gap-1">
              <span className="inline-flex flex-wrap gap-2">
                {states.map((state) => (
                  <CodeState key={state} code={state} />
                ))}
              </span>
              {heldUntil ? (
                <span className="text-fine">
                  {t.rich('payout.heldUntil', { at: () => <Instant at={heldUntil} /> })}
                </span>
              ) : null}
            </span>
          ),
        },
        {
          key: 'when',
          label: t('payout.released'),
          render: ({ releasesAt }) => (releasesAt ? <Instant at={releasesAt} /> : t('payout.afterReview')),
        },
        {
          key: 'amount',
          label: t('search.amount'),
          isNumber: true,
          render: ({ earningId, cents }) => (
            <Link href={trailOf(earningId)}>
              <Amount cents={cents} />
            </Link>
          ),
        },
        {
          key: 'hold',
          label: t('hold.hold'),
          hasHiddenLabel: true,
          isNumber: true,
          render: ({ earningId, heldUntil }) =>
            heldUntil ? null : <HoldMoney subject={{ kind: 'payout', id: earningId }} />,
        },
      ]}
    />
  );
}
