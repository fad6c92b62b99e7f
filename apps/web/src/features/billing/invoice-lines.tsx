import type { InvoiceWithLinesView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { formatHours } from '../../ui/duration.tsx';
import { State, type Tone } from '../../ui/state.tsx';
import { Week } from '../../ui/week.tsx';
import { ApproveWeek } from './approve-week.tsx';

type Line = InvoiceWithLinesView['lines'][number];

const reviews: Readonly<Record<NonNullable<Line['review']>, Tone>> = {
  pending: 'waiting',
  approved: 'settled',
  accepted_by_silence: 'settled',
  disputed: 'fault',
  resolved: 'settled',
};

/** What is charged, a line a contract, and how the total comes about. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceWithLinesView }) {
  const t = useTranslations('billing');
  return (
    <>
      <ul>
        {invoice.lines.map((line) => (
          <InvoiceLine key={line.id} line={line} />
        ))}
      </ul>
      <dl className="ml-auto mt-3 grid max-w-sm grid-cols-[minmax(0,1fr)_auto] gap-y-1">
        <dt className="text-ink-soft">{t('toAssistants')}</dt>
        <dd className="text-right">
          <Amount cents={invoice.subtotalCents} />
        </dd>
        <dt className="text-ink-soft">{t('serviceFee')}</dt>
        <dd className="text-right">
          <Amount cents={invoice.feeCents} />
        </dd>
        <dt className="border-t-2 border-rule-strong pt-1 text-lead font-bold">{t('total')}</dt>
        <dd className="border-t-2 border-rule-strong pt-1 text-right text-lead font-bold">
          <Amount cents={invoice.totalCents} />
        </dd>
      </dl>
    </>
  );
}

function InvoiceLine({ line }: { readonly line: Line }) {
  const t = useTranslations('billing');
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {line.weekId === null ? (
            <span className="font-semibold">{line.assistant.name}</span>
          ) : (
            <Link href={`/hire/weeks/${line.weekId}`} className="inline-block py-0.5 font-semibold">
              {line.assistant.name}
            </Link>
          )}
          <LineState line={line} />
        </p>
        <p>
          <Link href={`/hire/contracts/${line.contractId}`} className="inline-block py-0.5">
            {line.title}
          </Link>
        </p>
        <p className="text-fine text-ink-faint">
          {t.rich(line.minutes === null || line.rateCents === null ? 'lineOther' : 'lineWork', {
            kind: t(`kind.${line.kind}`),
            hours: formatHours((line.minutes ?? 0) * 60),
            week: () => <Week {...line.week} />,
            rate: () => <Amount cents={line.rateCents ?? 0} isRate />,
          })}
        </p>
      </div>
      <div className="flex items-baseline max-sm:justify-between gap-4 sm:grid sm:justify-items-end sm:gap-1.5">
        <p className="sm:text-right">
          <Amount cents={line.amountCents + line.feeCents} className="font-semibold" />
          <span className="block text-fine text-ink-faint">
            {t.rich('plusFee', {
              amount: () => <Amount cents={line.amountCents} />,
              fee: () => <Amount cents={line.feeCents} />,
            })}
          </span>
          {line.givenBackCents > 0 ? (
            <span className="block text-fine font-semibold">
              {t.rich('lineGivenBack', {
                amount: () => <Amount cents={line.givenBackCents + line.givenBackFeeCents} />,
              })}
            </span>
          ) : null}
        </p>
        {line.can.approve && line.weekId !== null ? (
          <ApproveWeek
            weekId={line.weekId}
            assistantName={line.assistant.name}
            seconds={(line.minutes ?? 0) * 60}
            totalCents={line.amountCents + line.feeCents}
            isSmall
          />
        ) : null}
      </div>
    </li>
  );
}

/** How its review stands; of one that is or was disputed, how that does. */
function LineState({ line: { review, dispute } }: { readonly line: Line }) {
  const t = useTranslations('billing');
  const disputes = useTranslations('disputes');
  if (review === null) return null;
  if (dispute === null) return <State tone={reviews[review]}>{t(`review.${review}`)}</State>;
  return (
    <>
      <State tone={dispute.outcome === null ? 'fault' : 'settled'}>
        {disputes(`ofWeek.${dispute.outcome ?? 'open'}`)}
      </State>
      <Link href={`/hire/disputes/${dispute.id}`} className="text-fine">
        {disputes('toDispute', { number: dispute.number })}
      </Link>
    </>
  );
}
