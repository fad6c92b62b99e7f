import type { EarningView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { earningsQuery } from '../../features/billing/billing.queries.ts';
import { EarningNotes } from '../../features/billing/earning-notes.tsx';
import { EarningTable } from '../../features/billing/earning-table.tsx';
import { RefundEarning } from '../../features/billing/refund-earning.tsx';
import { WeeklyEarnings } from '../../features/billing/weekly-earnings.tsx';
import { disputesQuery } from '../../features/disputes/disputes.queries.ts';
import { Debts } from '../../features/payouts/debts.tsx';
import { Statements } from '../../features/payouts/statements.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { Amount } from '../../ui/amount.tsx';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useEarningsTabs } from './earnings-tabs.ts';

const OVER: readonly EarningView['state'][] = ['sent', 'part_reversed', 'reversed', 'cancelled', 'unpaid'];

export function Earnings() {
  const t = useTranslations('billing');
  const earnings = useQuery(earningsQuery);
  const weeks = useQuery(weeksQuery('current'));
  const disputes = useQuery(disputesQuery).data ?? [];
  const under = (earning: EarningView) => (
    <>
      <EarningNotes
        earning={earning}
        dispute={disputes.find(
          ({ closedAt, contractId, week }) =>
            closedAt === null && contractId === earning.contractId && week.start === earning.week.start,
        )}
      />
      {earning.can.refund ? <RefundEarning earning={earning} /> : null}
    </>
  );
  const all = earnings.data ?? [];
  const coming = all.filter(({ state }) => !OVER.includes(state)).toSorted(soonestFirst);
  const over = all.filter(({ state }) => OVER.includes(state));
  const sum = (of: readonly EarningView[]) => of.reduce((total, { amountCents }) => total + amountCents, 0);
  const thisWeek = (weeks.data ?? []).reduce((total, { worthCents }) => total + worthCents, 0);

  return (
    <Page title={t('earnings')} lede={t('earningsLede')}>
      <Tabs label={t('earningsTabs')} tabs={useEarningsTabs()} />
      <Figures
        figures={[
          { label: t('workedThisWeek'), value: <Amount cents={thisWeek} />, note: t('invoicedAfterFreeze') },
          { label: t('coming'), value: <Amount cents={sum(coming)} />, note: t('earnedNotSent') },
          {
            label: t('sentToYou'),
            value: <Amount cents={keptOf(over)} />,
            note: t('inAll'),
          },
        ]}
      />
      <WeeklyEarnings earnings={all} />
      <Section title={t('coming')}>
        <Fetched
          query={earnings}
          isEmpty={() => coming.length === 0}
          empty={<Empty title={t('nothingComing')}>{t('nothingComingText')}</Empty>}
        >
          {() => <EarningTable caption={t('comingCaption')} earnings={coming} under={under} />}
        </Fetched>
      </Section>
      <Debts />
      <Statements />
      {over.length > 0 ? (
        <Section title={t('sent')}>
          <EarningTable caption={t('sentCaption')} earnings={over} under={under} />
        </Section>
      ) : null}
    </Page>
  );
}

function soonestFirst(a: EarningView, b: EarningView): number {
  return (a.date ?? '9').localeCompare(b.date ?? '9');
}

/** What was sent, less what went back of it since. */
function keptOf(earnings: readonly EarningView[]): number {
  const sent = earnings.filter(({ state }) => state === 'sent' || state === 'part_reversed' || state === 'reversed');
  return sent.reduce((total, { amountCents, givenBackCents }) => total + amountCents - givenBackCents, 0);
}
