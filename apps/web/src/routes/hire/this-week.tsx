import type { WeekView } from '@app/wire/timelog';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { useMe } from '../../api/session.ts';
import { ApproveWeek } from '../../features/billing/approve-week.tsx';
import { budgetQuery, cardsQuery, invoicesQuery } from '../../features/billing/billing.queries.ts';
import { BudgetOfWeek } from '../../features/billing/budget-bar.tsx';
import { disputesQuery, questionsQuery } from '../../features/disputes/disputes.queries.ts';
import { briefsQuery, contractsQuery } from '../../features/hiring/hiring.queries.ts';
import { priceOf } from '../../features/hiring/price.ts';
import { ContractWeekRow } from '../../features/timelog/contract-week-row.tsx';
import { weeksQuery } from '../../features/timelog/timelog.queries.ts';
import { worked } from '../../features/timelog/worked.ts';
import { Amount } from '../../ui/amount.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Duration } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { useNow } from '../../ui/now.ts';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { useReader, zoneName } from '../../ui/reader.tsx';
import { Empty, Fetched, Loading } from '../../ui/states.tsx';
import { Week } from '../../ui/week.tsx';
import { isFirstLoading } from '../first-loading.ts';
import { Needs } from './needs.tsx';

const A_MINUTE_MS = 60_000;
const MOST_PAST_WEEKS = 6;

export function ThisWeek() {
  const t = useTranslations('time');
  const home = useTranslations('home');
  const me = useMe();
  const { zone } = useReader();
  const current = useQuery(weeksQuery('current'));
  const past = useQuery(weeksQuery('past'));
  const isOurs = ({ client }: WeekView) => me.businesses.some(({ id }) => id === client.id);
  const weeks = (current.data ?? []).filter(isOurs);
  const closed = (past.data ?? []).filter(isOurs);
  const toReview = closed.filter(({ can }) => can.approve);
  const done = closed.filter(({ can }) => !can.approve).slice(0, MOST_PAST_WEEKS);
  const [first] = weeks;

  if (useIsFirstLoading()) return <Loading lines={8} />;
  return (
    <Page
      title={t('thisWeek')}
      lede={
        first
          ? t.rich('hireLede', { client: first.client.name, zone: zoneName(zone), week: () => <Week {...first} /> })
          : t('timesIn', { zone: zoneName(zone) })
      }
      actions={
        <>
          <ButtonLink to="/hire/spend">{home('spend')}</ButtonLink>
          <ButtonLink to="/hire/briefs/new">{t('newBrief')}</ButtonLink>
        </>
      }
    >
      <Needs hasWork={weeks.length > 0} />
      {toReview.length > 0 ? (
        <Section title={t('toApprove')} note={t('toApproveNote')}>
          <ul>
            {toReview.map((week) => (
              <ContractWeekRow
                key={week.id}
                week={week}
                action={
                  <ApproveWeek
                    weekId={week.id}
                    assistantName={week.assistant.name}
                    seconds={week.countedSeconds}
                    totalCents={week.clientTotalCents}
                  />
                }
              />
            ))}
          </ul>
        </Section>
      ) : null}
      {weeks.length > 0 ? <Sums weeks={weeks} toReview={toReview} /> : null}
      <Budgets weeks={weeks} />
      <Section
        title={t('workingForYou')}
        note={first ? t.rich('hoursFreeze', { date: () => <Instant at={first.freezesAt} /> }) : undefined}
      >
        <Fetched query={current} isEmpty={() => weeks.length === 0} empty={<FirstSteps />}>
          {() => (
            <ul>
              {weeks.map((week) => (
                <ContractWeekRow key={week.id} week={week} />
              ))}
            </ul>
          )}
        </Fetched>
      </Section>
      {done.length > 0 ? (
        <Section title={t('weeksBefore')} note={<Link href="/hire/invoices">{t('allInvoices')}</Link>}>
          <ul>
            {done.map((week) => (
              <ContractWeekRow key={week.id} week={week} />
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

function useIsFirstLoading(): boolean {
  const { businesses } = useMe();
  const needs = [invoicesQuery, disputesQuery, questionsQuery, contractsQuery];
  const ofBusinesses = businesses.flatMap(({ id }) => [cardsQuery(id), budgetQuery(id)]);
  return useQueries({
    queries: [weeksQuery('current'), weeksQuery('past'), ...needs, ...ofBusinesses],
    combine: isFirstLoading,
  });
}

/** A bar a business: what its week costs so far, and what it would with every limit reached. */
function Budgets({ weeks }: { readonly weeks: readonly WeekView[] }) {
  const { businesses } = useMe();
  const contracts = useQuery(contractsQuery).data ?? [];
  const fullWeekOf = ({ contractId, rateCents, limitSeconds }: WeekView) =>
    priceOf(rateCents, Math.trunc(limitSeconds / 60), contracts.find(({ id }) => id === contractId)?.clientFeeBp)
      .totalCents;
  return businesses.map((business) => {
    const theirs = weeks.filter(({ client }) => client.id === business.id);
    if (theirs.length === 0) return null;
    return (
      <BudgetOfWeek
        key={business.id}
        business={business}
        isOneOfSeveral={businesses.length > 1}
        spentCents={theirs.reduce((sum, week) => sum + week.clientTotalCents, 0)}
        fullCents={theirs.reduce((sum, week) => sum + fullWeekOf(week), 0)}
      />
    );
  });
}

function Sums({ weeks, toReview }: { readonly weeks: readonly WeekView[]; readonly toReview: readonly WeekView[] }) {
  const t = useTranslations('time');
  const now = useNow(A_MINUTE_MS);
  const sum = (part: (week: WeekView) => number) => weeks.reduce((total, week) => total + part(week), 0);
  const running = weeks.filter(({ runningSince }) => runningSince !== null).length;
  return (
    <Figures
      figures={[
        {
          label: t('soFar'),
          value: <Amount cents={sum(({ clientTotalCents }) => clientTotalCents)} />,
          note: t.rich('toAssistants', { amount: () => <Amount cents={sum(({ worthCents }) => worthCents)} /> }),
        },
        {
          label: t('hours'),
          value: <Duration seconds={sum((week) => worked(week, now).within)} />,
          note: t.rich('ofAgreed', { duration: () => <Duration seconds={sum(({ limitSeconds }) => limitSeconds)} /> }),
        },
        { label: t('workingNow'), value: running, note: running === 0 ? t('noTimer') : t('withTimer') },
        {
          label: t('toApprove'),
          value: toReview.length,
          note: toReview.length === 0 ? t('nothingWaits') : t('below'),
        },
      ]}
    />
  );
}

/** From an empty account to work done: what is done is ticked. */
function FirstSteps() {
  const t = useTranslations('time');
  const me = useMe();
  const briefs = useQuery(briefsQuery).data ?? [];
  const contracts = useQuery(contractsQuery).data ?? [];
  const cards = useQuery({ ...cardsQuery(me.businesses[0]?.id ?? ''), enabled: me.businesses.length > 0 }).data ?? [];
  const offered = contracts.some(({ state }) => state === 'offered');
  const steps = [
    { isDone: briefs.length > 0, title: t('stepBrief'), to: '/hire/briefs/new', verb: t('stepBriefVerb') },
    { isDone: cards.length > 0, title: t('stepCard'), to: '/hire/cards', verb: t('saveCard') },
    {
      isDone: offered,
      title: t('stepOffer'),
      to: briefs[0] ? `/hire/briefs/${briefs[0].id}` : '/hire/briefs',
      verb: t('stepOfferVerb'),
    },
  ];
  const next = steps.find(({ isDone }) => !isDone);
  return (
    <>
      <Empty title={offered ? t('offerWaits') : t('nobodyWorks')}>
        {offered ? t('offerWaitsText') : t('threeSteps')}
      </Empty>
      <ol className="border-t border-rule">
        {steps.map((step, place) => (
          <li
            key={step.title}
            className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2"
          >
            <span className={`w-6 text-center font-bold ${step.isDone ? 'text-settled' : ''}`}>
              {step.isDone ? '✓' : place + 1}
              {step.isDone ? <span className="sr-only">{t('done')}</span> : null}
            </span>
            <span className={`min-w-0 flex-1 ${step.isDone ? 'text-ink-soft' : 'font-semibold'}`}>{step.title}</span>
            {step.isDone ? null : (
              <ButtonLink to={step.to} weight={step === next ? 'strong' : 'plain'} size="small">
                {step.verb}
              </ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
