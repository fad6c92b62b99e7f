import type { StuckRefundView } from '@app/wire/refunds';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { Amount, formatAmount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Act } from './act.tsx';
import { CodeState } from './code-state.tsx';
import { pageOf, trailOf } from './found-links.ts';
import { useWord } from './staff-words.tsx';

/** Refunds that do not get to their card, and what to do about each. */
export function RefundList({ refunds }: { readonly refunds: readonly StuckRefundView[] }) {
  return (
    <ul>
      {refunds.map((refund) => (
        <li key={refund.id} className="grid gap-1 border-b border-rule py-3 last:border-b-0">
          <Refund refund={refund} />
        </li>
      ))}
    </ul>
  );
}

function Refund({ refund }: { readonly refund: StuckRefundView }) {
  const t = useTranslations('staff');
  const word = useWord();
  const { id, client, invoice, amountCents, state, stateAt, failure, waitsFor, attempt, can } = refund;
  const amount = formatAmount(amountCents);
  const isStuck = state === 'refused' || state === 'failed';
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2">
        <Link href={trailOf(id)}>
          <Amount cents={amountCents} className="font-semibold" />
        </Link>
        <span>
          {t.rich('refund.to', {
            name: () => <Link href={pageOf('business', client.id) ?? ''}>{client.name}</Link>,
            number: invoice.number,
          })}
        </span>
        <CodeState code={state} />
        <span className="text-fine text-ink-faint">
          <Instant at={stateAt} />
        </span>
      </p>
      <p>
        {waitsFor
          ? t(`refund.waitsFor.${waitsFor}`)
          : t(state === 'failed' ? 'refund.whatFailed' : 'refund.whatRefused')}
        {failure ? ` ${t('refund.failure', { code: word(failure), count: attempt })}` : ''}
      </p>
      {isStuck && !can.retry ? <p>{t('refund.party')}</p> : null}
      <div className="flex flex-wrap gap-2">
        {can.retry ? (
          <Act
            verb={t('refund.retry')}
            title={t('refund.retryTitle', { amount })}
            asks={[{ name: 'reason', label: t('why'), help: t('whyHelp') }]}
            said={t('refund.retried')}
            run={(body) => send('POST', `/staff/refunds/${id}/attempts`, { body })}
          >
            <p>{t('refund.retryText')}</p>
          </Act>
        ) : null}
        {can.payOtherwise ? (
          <Act
            verb={t('refund.otherwise')}
            title={t('refund.otherwiseTitle', { amount })}
            asks={[{ name: 'note', label: t('refund.otherwiseNote'), help: t('refund.otherwiseHelp') }]}
            isGrave
            said={t('refund.paidOtherwise')}
            run={(body) => send('POST', `/staff/refunds/${id}/other-payment`, { body })}
          >
            <p>{t('refund.otherwiseText', { amount })}</p>
          </Act>
        ) : null}
      </div>
    </>
  );
}
