import type { DecisionMoney as Money } from '@app/wire/disputes';
import { useTranslations } from 'use-intl';

import { Amount } from '../../ui/amount.tsx';
import { Facts } from './facts.tsx';

interface DecisionMoneyProps {
  readonly money: Money;
  readonly client: string;
  readonly assistant: string;
}

/** What a decision moves: who gets what, how, and who bears it. */
export function DecisionMoney({ money: { paid, refunded, carriedBy, how }, client, assistant }: DecisionMoneyProps) {
  const t = useTranslations('staff');
  return (
    <Facts
      facts={[
        [
          t('decide.keeps', { name: assistant }),
          <Amount key="keeps" cents={paid.amountCents} className="font-semibold" />,
        ],
        [
          t('decide.back', { name: client }),
          <span key="back">
            <Amount cents={refunded.amountCents + refunded.feeCents} className="font-semibold" />{' '}
            <span className="text-fine text-ink-faint">
              {t.rich('decide.ofWhichFee', { fee: () => <Amount cents={refunded.feeCents} /> })}
            </span>
          </span>,
        ],
        [t('decide.howLabel'), t(`decide.how.${how}`)],
        [t('decide.carriedLabel'), t(`decide.carried.${carriedBy}`)],
      ]}
    />
  );
}
