import type { ContractDetail } from '@app/wire/hiring';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { formatAgreed } from '../../ui/duration.tsx';
import { formatBasisPoints } from '../../ui/percent.ts';
import { zoneName } from '../../ui/reader.tsx';
import { Table } from '../../ui/table.tsx';
import type { ContractSide } from './contract-moves.tsx';
import { type Price, priceOf } from './price.ts';

interface ContractTermsProps {
  readonly contract: ContractDetail;
  readonly side: ContractSide;
}

const AN_HOUR = 60;

/** What was agreed: what an hour and a full week cost the one and bring the other, the limit, and what for. */
export function ContractTerms({ contract, side }: ContractTermsProps) {
  const t = useTranslations('hiring.contract');
  const { client, brief, weeklyLimitMinutes } = contract;
  const limit = formatAgreed(weeklyLimitMinutes);
  return (
    <>
      <Prices contract={contract} side={side} />
      <dl className="mt-4 grid gap-x-6 gap-y-1.5 sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
        <dt className="text-fine text-ink-faint sm:pt-px">{t('limit')}</dt>
        <dd>{t('limitIs', { hours: limit })}</dd>
        <dt className="text-fine text-ink-faint sm:pt-px">{t('weeksRun')}</dt>
        <dd>{t('weeksRunIn', { zone: zoneName(client.zone) })}</dd>
        {brief ? (
          <>
            <dt className="text-fine text-ink-faint sm:pt-px">{t('offeredFor')}</dt>
            <dd className="max-w-[var(--measure)]">
              {side === 'client' ? <Link href={`/hire/briefs/${brief.id}`}>{brief.title}</Link> : brief.title}
              {brief.description ? <p className="mt-1 whitespace-pre-line text-ink-soft">{brief.description}</p> : null}
            </dd>
          </>
        ) : null}
      </dl>
    </>
  );
}

interface PriceRow extends Price {
  readonly label: string;
}

function Prices({ contract, side }: ContractTermsProps) {
  const t = useTranslations('hiring.contract');
  const { rateCents, clientFeeBp, weeklyLimitMinutes, client, assistant } = contract;
  const priced = (label: string, minutes: number) => ({ label, ...priceOf(rateCents, minutes, clientFeeBp) });
  return (
    <Table<PriceRow>
      caption={t('prices')}
      rows={[
        priced(t('anHour'), AN_HOUR),
        priced(t('aFullWeek', { hours: formatAgreed(weeklyLimitMinutes) }), weeklyLimitMinutes),
      ]}
      rowKey={({ label }) => label}
      columns={[
        { key: 'work', label: t('work'), hasHiddenLabel: true, isHeading: true, render: ({ label }) => label },
        {
          key: 'worth',
          label: side === 'client' ? t('columns.theirs', { name: assistant.name }) : t('columns.yours'),
          isNumber: true,
          render: ({ worthCents }) => (
            <Amount cents={worthCents} className={side === 'assistant' ? 'font-semibold' : ''} />
          ),
        },
        {
          key: 'fee',
          label: t('columns.fee', { percent: formatBasisPoints(clientFeeBp) }),
          isNumber: true,
          render: ({ feeCents }) => <Amount cents={feeCents} />,
        },
        {
          key: 'total',
          label: side === 'client' ? t('columns.youPay') : t('columns.theyPay', { name: client.name }),
          isNumber: true,
          render: ({ totalCents }) => (
            <Amount cents={totalCents} className={side === 'client' ? 'font-semibold' : ''} />
          ),
        },
      ]}
    />
  );
}
