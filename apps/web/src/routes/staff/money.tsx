import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { DebtList } from '../../features/staff/debt-list.tsx';
import { HoldTable } from '../../features/staff/hold-table.tsx';
import { RefundList } from '../../features/staff/refund-list.tsx';
import { debtsQuery, holdsQuery, refundsQuery } from '../../features/staff/staff.queries.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

/** Money that does not go on by itself: refunds and reversals that were refused, debts, and what staff hold. */
export function Money() {
  const t = useTranslations('staff');
  const refunds = useQuery(refundsQuery);
  const debts = useQuery(debtsQuery);
  const holds = useQuery(holdsQuery);
  return (
    <Page title={t('money.title')} lede={t('money.lede')}>
      <Section title={t('refund.title')} note={t('refund.note')}>
        <Fetched query={refunds} empty={<Empty title={t('refund.empty')}>{t('refund.emptyText')}</Empty>}>
          {(rows) => <RefundList refunds={rows} />}
        </Fetched>
      </Section>
      <Section title={t('debt.title')} note={t('debt.note')}>
        <Fetched query={debts} empty={<Empty title={t('debt.empty')}>{t('debt.emptyText')}</Empty>}>
          {(rows) => <DebtList debts={rows} />}
        </Fetched>
      </Section>
      <Section title={t('hold.title')} note={t('hold.note')}>
        <Fetched query={holds} empty={<Empty title={t('hold.empty')}>{t('hold.emptyText')}</Empty>}>
          {(rows) => <HoldTable holds={rows} />}
        </Fetched>
      </Section>
    </Page>
  );
}
