import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { AddCycle, AddFee, AddUnpaid } from '../../features/staff/add-policy.tsx';
import { AddWord, WordList } from '../../features/staff/taxonomy-words.tsx';
import { cyclesQuery, feesQuery, taxonomyQuery, unpaidQuery } from '../../features/staff/operations.queries.ts';
import { PolicyRows } from '../../features/staff/policy-rows.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useOperationsTabs } from './operations-tabs.ts';

const BASIS_POINTS_A_PERCENT = 100;

/** What holds from when on. What holds already is never changed: a row is added for a day to come. */
export function Policies() {
  const t = useTranslations('staff');
  const fees = useQuery(feesQuery);
  const cycles = useQuery(cyclesQuery);
  const unpaid = useQuery(unpaidQuery);
  const taxonomy = useQuery(taxonomyQuery);
  return (
    <Page title={t('policies.title')} lede={t('policies.lede')}>
      <Tabs {...useOperationsTabs()} />
      <Section title={t('policies.fees')} note={t('policies.feesNote')} actions={<AddFee />}>
        <Fetched query={fees}>
          {(rows) => (
            <PolicyRows
              caption={t('policies.fees')}
              rows={rows}
              says={({ clientFeeBp, assistantFeeBp }) =>
                t('page.feesSay', {
                  client: clientFeeBp / BASIS_POINTS_A_PERCENT,
                  assistant: assistantFeeBp / BASIS_POINTS_A_PERCENT,
                })
              }
            />
          )}
        </Fetched>
      </Section>
      <Section title={t('policies.cycle')} note={t('policies.cycleNote')} actions={<AddCycle />}>
        <Fetched query={cycles}>
          {(rows) => (
            <PolicyRows
              caption={t('policies.cycle')}
              rows={rows}
              says={({ freezeHour, reviewEndsDay, shortestReviewHours, holdDays }) =>
                t('policies.cycleSays', {
                  freezeHour,
                  day: t(`policies.days.d${reviewEndsDay}` as 'policies.days.d1'),
                  hours: shortestReviewHours,
                  holdDays,
                })
              }
            />
          )}
        </Fetched>
      </Section>
      <Section title={t('policies.unpaid')} note={t('policies.unpaidNote')} actions={<AddUnpaid />}>
        <Fetched query={unpaid}>
          {(rows) => (
            <PolicyRows
              caption={t('policies.unpaid')}
              rows={rows}
              says={({ outcome, finalAfterDays }) => t(`policies.unpaidSays.${outcome}`, { count: finalAfterDays })}
            />
          )}
        </Fetched>
      </Section>
      <Section
        title={t('policies.words')}
        note={t('policies.wordsNote')}
        actions={<AddWord words={taxonomy.data ?? []} />}
      >
        <Fetched query={taxonomy} lines={6}>
          {(words) => <WordList words={words} />}
        </Fetched>
      </Section>
    </Page>
  );
}
