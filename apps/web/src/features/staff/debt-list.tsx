import type { StuckDebtView } from '@app/wire/refunds';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { send } from '../../api/client.ts';
import { Amount, formatAmount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Act } from './act.tsx';
import { pageOf, trailOf } from './found-links.ts';
import { DEBT_REASONS, REVERSAL_REASONS } from './hold-terms.ts';
import { useWord } from './staff-words.tsx';

/** What assistants owe, what was taken of it, and what can be done where it does not go on. */
export function DebtList({ debts }: { readonly debts: readonly StuckDebtView[] }) {
  return (
    <ul>
      {debts.map((debt) => (
        <li key={debt.id} className="grid gap-1 border-b border-rule py-3 last:border-b-0">
          <Debt debt={debt} />
        </li>
      ))}
    </ul>
  );
}

function Debt({ debt }: { readonly debt: StuckDebtView }) {
  const t = useTranslations('staff');
  const word = useWord();
  const { id, assistant, leftCents, amountCents, invoiceNumber, cause, openedAt, refused } = debt;
  const amount = formatAmount(leftCents);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2">
        <Link href={trailOf(id)}>
          <Amount cents={leftCents} className="font-semibold" />
        </Link>
        <span>
          {t.rich('debt.of', {
            name: () => <Link href={pageOf('person', assistant.id) ?? ''}>{assistant.name}</Link>,
            all: () => <Amount cents={amountCents} />,
          })}
        </span>
        <span className="text-fine text-ink-faint">
          {invoiceNumber}, {word(cause)}, <Instant at={openedAt} as="date" />
        </span>
      </p>
      <p>
        {refused
          ? t.rich('debt.refused', {
              at: () => <Instant at={refused.at} />,
              code: word(refused.code),
              part: () => <Amount cents={refused.amountCents} />,
            })
          : t('debt.goesOn')}
      </p>
      <div className="flex flex-wrap gap-2">
        {refused ? (
          <Act
            verb={t('debt.again')}
            title={t('debt.againTitle')}
            asks={[{ name: 'reasonCode', label: t('reasonCode'), codes: REVERSAL_REASONS }]}
            said={t('debt.tried')}
            run={(body) => send('POST', `/staff/debts/${id}/reversal-attempts`, { body })}
          >
            <p>{t('debt.againText')}</p>
          </Act>
        ) : null}
        <Act
          verb={t('debt.writeOff')}
          title={t('debt.writeOffTitle', { amount })}
          asks={[{ name: 'reasonCode', label: t('reasonCode'), codes: DEBT_REASONS }]}
          isGrave
          said={t('debt.writtenOff')}
          run={(body) => send('POST', `/staff/debts/${id}/write-off`, { body })}
        >
          <p>{t('debt.writeOffText', { amount, name: assistant.name })}</p>
        </Act>
      </div>
    </>
  );
}
