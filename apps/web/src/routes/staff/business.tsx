import type { BusinessPageView } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { CodeState } from '../../features/staff/code-state.tsx';
import { ContractTable } from '../../features/staff/contract-table.tsx';
import { Facts, Id } from '../../features/staff/facts.tsx';
import { pageOf } from '../../features/staff/found-links.ts';
import { businessQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { SuspensionList } from '../../features/staff/suspension-list.tsx';
import { Suspend } from '../../features/staff/suspend.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { zoneName } from '../../ui/reader.tsx';
import { Fetched } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';

export function BusinessRoute() {
  const { id = '' } = useParams();
  const business = useQuery(businessQuery(id));
  return (
    <Fetched query={business} lines={8}>
      {(page) => <Business page={page} />}
    </Fetched>
  );
}

function Business({ page }: { readonly page: BusinessPageView }) {
  const t = useTranslations('staff');
  const { business, contracts, suspensions, chargebacks } = page;
  const { id, name } = business;
  return (
    <Page title={name} lede={zoneName(business.zone)} actions={<Suspend of="businesses" id={id} name={name} />}>
      <Section
        title={t('page.business')}
        note={<Link href={`/staff/operations/audit?kind=business&id=${id}`}>{t('page.audit')}</Link>}
      >
        <Facts
          facts={[
            [t('page.id'), <Id key="id">{id}</Id>],
            [t('page.since'), <Instant key="since" at={business.createdAt} as="date" />],
            [t('page.country'), business.country],
            [t('page.chargeable'), t(business.chargeable ? 'page.yes' : 'page.no')],
            ...(business.billingHoldAt
              ? [[t('page.billingHold'), <Instant key="hold" at={business.billingHoldAt} />] as const]
              : []),
            ...(business.stripeCustomerId
              ? [['Stripe', <Id key="stripe">{business.stripeCustomerId}</Id>] as const]
              : []),
            ...(page.cards.length > 0 ? [[t('page.cards'), <Cards key="cards" cards={page.cards} />] as const] : []),
          ]}
        />
      </Section>
      {suspensions.length > 0 ? (
        <Section title={t('suspension.title')}>
          <SuspensionList suspensions={suspensions} />
        </Section>
      ) : null}
      <Members members={page.members} />
      {contracts.length > 0 ? (
        <Section title={t('page.contracts')}>
          <ContractTable rows={contracts.map(({ assistant, ...rest }) => ({ ...rest, other: assistant }))} />
        </Section>
      ) : null}
      <Invoices invoices={page.invoices} />
      {chargebacks.length > 0 ? (
        <Section title={t('chargebacks.title')}>
          <ul className="grid gap-1">
            {chargebacks.map((one) => (
              <li key={one.id} className="flex flex-wrap items-baseline gap-2">
                <Link href={pageOf('chargeback', one.id) ?? ''}>
                  <Amount cents={one.amountCents} />
                </Link>
                <CodeState code={one.state} /> <Instant at={one.openedAt} as="date" />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

function Cards({ cards }: { readonly cards: BusinessPageView['cards'] }) {
  const t = useTranslations('staff');
  return cards.map(({ brand, last4, isDefault, removedAt }) => (
    <span key={`${brand} ${last4} ${removedAt}`} className="block">
      {brand} •••• {last4}{' '}
      <span className="text-ink-faint">{removedAt ? t('page.removed') : isDefault ? t('page.default') : ''}</span>
    </span>
  ));
}

function Members({ members }: { readonly members: BusinessPageView['members'] }) {
  const t = useTranslations('staff');
  const word = useWord();
  return (
    <Section title={t('page.members')}>
      <ul className="grid gap-1">
        {members.map(({ id, name, email, role }) => (
          <li key={id}>
            <Link href={pageOf('person', id) ?? ''}>{name}</Link>{' '}
            <span className="text-fine text-ink-soft">
              {email}, {word(role)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Invoice = BusinessPageView['invoices'][number];

function Invoices({ invoices }: { readonly invoices: readonly Invoice[] }) {
  const t = useTranslations('staff');
  if (invoices.length === 0) return null;
  return (
    <Section title={t('page.invoices')}>
      <Table<Invoice>
        caption={t('page.invoices')}
        rows={invoices}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            label: t('chargebacks.invoice'),
            isHeading: true,
            render: ({ id, number }) => <Link href={pageOf('invoice', id) ?? ''}>{number}</Link>,
          },
          { key: 'state', label: t('search.state'), render: ({ state }) => <CodeState code={state} /> },
          { key: 'at', label: t('page.issued'), render: ({ issuedAt }) => <Instant at={issuedAt} as="date" /> },
          {
            key: 'total',
            label: t('page.total'),
            isNumber: true,
            render: ({ totalCents }) => <Amount cents={totalCents} />,
          },
        ]}
      />
    </Section>
  );
}
