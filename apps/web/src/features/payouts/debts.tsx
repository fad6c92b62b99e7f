import type { DebtView } from '@app/wire/refunds';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { get } from '../../api/client.ts';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Section } from '../../ui/page.tsx';
import { State } from '../../ui/state.tsx';

const debtsQuery = queryOptions({
  queryKey: ['payouts', 'debts'],
  queryFn: ({ signal }) => get<DebtView[]>('/debts', signal),
});

/** What went back after it had been sent: of what, how much is taken so far, and how the rest is. Nothing, without a debt. */
export function Debts() {
  const t = useTranslations('refunds');
  const { data } = useQuery(debtsQuery);
  if (!data || data.length === 0) return null;
  return (
    <Section title={t('debts')} note={t('debtsNote')}>
      <ul>
        {data.map((debt) => (
          <Debt key={debt.id} debt={debt} />
        ))}
      </ul>
    </Section>
  );
}

function Debt({ debt }: { readonly debt: DebtView }) {
  const t = useTranslations('refunds');
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{debt.client.name}</span>
          {debt.closedAt === null ? (
            <State tone="waiting">{t('debtOpen')}</State>
          ) : (
            <State tone="settled">{t('debtClosed')}</State>
          )}
        </p>
        <p className="text-fine text-ink-soft">
          {t('debtOf', { title: debt.title, number: debt.invoiceNumber })} · {t(`cause.${debt.cause}`)} ·{' '}
          <Instant at={debt.openedAt} as="date" />
        </p>
        {debt.taken.length > 0 ? (
          <ul className="mt-1 text-fine">
            {debt.taken.map(({ at, amountCents, by }) => (
              <li key={`${at} ${by}`}>
                <Instant at={at} as="date" />: <Amount cents={amountCents} /> {t(`takenBy.${by}`)}
              </li>
            ))}
          </ul>
        ) : null}
        {debt.writtenOffCents > 0 ? (
          <p className="text-fine">{t.rich('writtenOff', { amount: () => <Amount cents={debt.writtenOffCents} /> })}</p>
        ) : null}
      </div>
      <p className="sm:text-right">
        <Amount cents={debt.leftCents} className="font-semibold" />
        <span className="block text-fine text-ink-faint">
          {t.rich('leftOf', { amount: () => <Amount cents={debt.amountCents} /> })}
        </span>
      </p>
    </li>
  );
}
