import type { InvoiceView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';

import { Instant } from '../../ui/instant.tsx';

/** After a declined card: what happens next, each step with its date. For the client. */
export function UnpaidNext({ unpaid }: { readonly unpaid: NonNullable<InvoiceView['unpaid']> }) {
  const t = useTranslations('refunds');
  const { step, nextAttemptAt, givenUpAt, suspendedAt } = unpaid;
  return (
    <ul className="mt-3 max-w-[var(--measure)] list-disc pl-5">
      {nextAttemptAt ? <li>{t.rich('next.retry', { date: () => <Instant at={nextAttemptAt} /> })}</li> : null}
      {step === 'card' ? <li>{t('next.card')}</li> : null}
      {step === 'authentication' ? <li>{t('next.authentication')}</li> : null}
      <li>
        {suspendedAt
          ? t.rich('next.suspended', { date: () => <Instant at={suspendedAt} /> })
          : step === 'given_up'
            ? t('next.stopped')
            : t('next.goesOn')}
      </li>
      {givenUpAt && step !== 'given_up' ? (
        <li>{t.rich('next.givenUp', { date: () => <Instant at={givenUpAt} as="date" /> })}</li>
      ) : null}
    </ul>
  );
}
