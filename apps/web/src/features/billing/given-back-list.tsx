import type { InvoiceWithLinesView } from '@app/wire/billing';
import type { GivenBackView } from '@app/wire/refunds';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { State, type Tone } from '../../ui/state.tsx';

const tones: Readonly<Record<NonNullable<GivenBackView['refund']>['state'], Tone>> = {
  due: 'waiting',
  sending: 'waiting',
  sent: 'waiting',
  arrived: 'settled',
  refused: 'fault',
  failed: 'fault',
  consumed: 'settled',
  paid_otherwise: 'settled',
};

/** What went back of an invoice: as a credit note before the charge, to the card after it, each with its date and reason. */
export function GivenBackList({ invoice }: { readonly invoice: InvoiceWithLinesView }) {
  const t = useTranslations('refunds');
  return (
    <>
      <ul>
        {invoice.givenBack.map((given) => (
          <li
            key={given.id}
            className="grid gap-x-6 gap-y-1 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-semibold">
                  {invoice.lines.find(({ id }) => id === given.lineId)?.assistant.name}
                </span>
                <HowItGoes given={given} />
              </p>
              <p className="text-fine text-ink-soft">
                {t(`cause.${given.cause}`)} · <Instant at={given.decidedAt} as="day" />
                {given.refund?.waitsFor ? ` · ${t(`waitsFor.${given.refund.waitsFor}`)}` : null}
              </p>
            </div>
            <Amount cents={given.amountCents + given.feeCents} className="font-semibold" />
          </li>
        ))}
      </ul>
      <Sums invoice={invoice} />
    </>
  );
}

function HowItGoes({ given }: { readonly given: GivenBackView }) {
  const t = useTranslations('refunds');
  if (given.creditNote !== null) {
    return <State tone="settled">{t('creditNote', { number: given.creditNote })}</State>;
  }
  if (given.refund === null) return <State tone="waiting">{t('afterCharge')}</State>;
  return <State tone={tones[given.refund.state]}>{t(`refundState.${given.refund.state}`)}</State>;
}

function Sums({ invoice }: { readonly invoice: InvoiceWithLinesView }) {
  const t = useTranslations('refunds');
  const rows = [
    { label: t('asIssued'), cents: invoice.totalCents },
    { label: t('credited'), cents: -invoice.creditedCents },
    { label: t('refunded'), cents: -invoice.refundedCents },
  ].filter(({ cents }) => cents !== 0);
  return (
    <dl className="mt-3 ml-auto grid max-w-sm grid-cols-[minmax(0,1fr)_auto] gap-y-1">
      {rows.map(({ label, cents }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="text-right">
            <Amount cents={cents} />
          </dd>
        </div>
      ))}
      <dt className="border-t-2 border-rule-strong pt-1 font-bold">{t('remains')}</dt>
      <dd className="border-t-2 border-rule-strong pt-1 text-right font-bold">
        <Amount cents={invoice.owedCents - invoice.refundedCents} />
      </dd>
    </dl>
  );
}
