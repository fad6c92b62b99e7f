import type { ContractPageView } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { CodeState } from '../../features/staff/code-state.tsx';
import { DisputeLinks } from '../../features/staff/dispute-links.tsx';
import { Facts, Id } from '../../features/staff/facts.tsx';
import { pageOf } from '../../features/staff/found-links.ts';
import { contractQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Duration, formatAgreed } from '../../ui/duration.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { Week } from '../../ui/week.tsx';

export function ContractRoute() {
  const { id = '' } = useParams();
  const contract = useQuery(contractQuery(id));
  return (
    <Fetched query={contract} lines={8}>
      {(page) => <Contract page={page} />}
    </Fetched>
  );
}

const BASIS_POINTS_A_PERCENT = 100;

function Contract({ page }: { readonly page: ContractPageView }) {
  const t = useTranslations('staff');
  const { contract, history, disputes } = page;
  return (
    <Page title={contract.title} lede={<CodeState code={contract.state} />}>
      <Section title={t('page.terms')}>
        <Facts
          facts={[
            [t('page.id'), <Id key="id">{contract.id}</Id>],
            [
              t('page.client'),
              <Link key="client" href={pageOf('business', contract.clientId) ?? ''}>
                {contract.clientName}
              </Link>,
            ],
            [
              t('page.assistant'),
              <Link key="assistant" href={pageOf('person', contract.assistantId) ?? ''}>
                {contract.assistantName}
              </Link>,
            ],
            [t('page.rate'), <Amount key="rate" cents={contract.rateCents} isRate />],
            [t('page.limit'), formatAgreed(contract.weeklyLimitMinutes)],
            [
              t('page.fees'),
              t('page.feesSay', {
                client: contract.clientFeeBp / BASIS_POINTS_A_PERCENT,
                assistant: contract.assistantFeeBp / BASIS_POINTS_A_PERCENT,
              }),
            ],
            [t('page.offered'), <Instant key="offered" at={contract.offeredAt} />],
          ]}
        />
      </Section>
      <Weeks weeks={page.weeks} />
      {disputes.length > 0 ? (
        <Section title={t('page.disputes')}>
          <DisputeLinks disputes={disputes} />
        </Section>
      ) : null}
      <Section title={t('page.history')}>
        <History history={history} />
      </Section>
    </Page>
  );
}

type ContractWeek = ContractPageView['weeks'][number];

function Weeks({ weeks }: { readonly weeks: readonly ContractWeek[] }) {
  const t = useTranslations('staff');
  if (weeks.length === 0) return null;
  return (
    <Section title={t('page.weeks')}>
      <Table<ContractWeek>
        caption={t('page.weeks')}
        rows={weeks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'week',
            label: t('page.week'),
            isHeading: true,
            render: ({ start, end, zone }) => <Week start={start} end={end} zone={zone} />,
          },
          {
            key: 'state',
            label: t('search.state'),
            render: ({ state, review }) => (
              <span className="inline-flex flex-wrap gap-2">
                <CodeState code={state} />
                {review ? <CodeState code={review} /> : null}
              </span>
            ),
          },
          {
            key: 'invoice',
            label: t('chargebacks.invoice'),
            render: ({ invoiceId, invoiceNumber }) =>
              invoiceId ? <Link href={pageOf('invoice', invoiceId) ?? ''}>{invoiceNumber}</Link> : '',
          },
          {
            key: 'time',
            label: t('bench.time'),
            isNumber: true,
            render: ({ countedSeconds }) => <Duration seconds={countedSeconds} />,
          },
        ]}
      />
    </Section>
  );
}

function History({ history }: { readonly history: ContractPageView['history'] }) {
  const t = useTranslations('staff');
  const word = useWord();
  if (history.length === 0) return <p className="text-ink-faint">{t('page.noHistory')}</p>;
  return (
    <ol className="grid gap-1">
      {history.map(({ from, to, at }) => (
        <li key={`${at} ${to}`}>
          <span className="text-fine text-ink-faint">
            <Instant at={at} />
          </span>{' '}
          {t('page.moved', { from: word(from), to: word(to) })}
        </li>
      ))}
    </ol>
  );
}
