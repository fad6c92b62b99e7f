import type { EarningView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';

import { earningsQuery } from '../../features/billing/billing.queries.ts';
import { EarningTable } from '../../features/billing/earning-table.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { Amount } from '../../ui/amount.tsx';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { earningsTabs } from './earnings-tabs.ts';

const OVER: readonly EarningView['state'][] = ['sent', 'part_reversed', 'reversed', 'cancelled', 'unpaid'];

export function Earnings() {
  const earnings = useQuery(earningsQuery);
  const weeks = useQuery(weeksQuery('current'));
  const all = earnings.data ?? [];
  const coming = all.filter(({ state }) => !OVER.includes(state)).toSorted(soonestFirst);
  const over = all.filter(({ state }) => OVER.includes(state));
  const sum = (of: readonly EarningView[]) => of.reduce((total, { amountCents }) => total + amountCents, 0);
  const thisWeek = (weeks.data ?? []).reduce((total, { worthCents }) => total + worthCents, 0);

  return (
    <Page title="Earnings" lede="Every amount with its date and its reason.">
      <Tabs label="Earnings and payouts" tabs={earningsTabs} />
      <Figures
        figures={[
          { label: 'Worked this week', value: <Amount cents={thisWeek} />, note: 'invoiced after the freeze' },
          { label: 'Coming', value: <Amount cents={sum(coming)} />, note: 'earned, not sent yet' },
          {
            label: 'Sent to you',
            value: <Amount cents={sum(over.filter(({ state }) => state === 'sent'))} />,
            note: 'in all',
          },
        ]}
      />
      <Section title="Coming">
        <Fetched
          query={earnings}
          isEmpty={() => coming.length === 0}
          empty={
            <Empty title="Nothing on its way">
              A week’s hours become earnings when the week freezes and is invoiced, on the Monday after at 12:00 where
              the client is.
            </Empty>
          }
        >
          {() => <EarningTable caption="Earnings that are coming" earnings={coming} />}
        </Fetched>
      </Section>
      {over.length > 0 ? (
        <Section title="Sent">
          <EarningTable caption="Earnings that were sent" earnings={over} />
        </Section>
      ) : null}
    </Page>
  );
}

function soonestFirst(a: EarningView, b: EarningView): number {
  return (a.date ?? '9').localeCompare(b.date ?? '9');
}
