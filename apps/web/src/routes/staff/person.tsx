import type { PersonPageView } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { CodeState } from '../../features/staff/code-state.tsx';
import { ContractTable } from '../../features/staff/contract-table.tsx';
import { Facts, Id } from '../../features/staff/facts.tsx';
import { pageOf } from '../../features/staff/found-links.ts';
import { HoldTable } from '../../features/staff/hold-table.tsx';
import { LookThroughEyes } from '../../features/staff/look-through-eyes.tsx';
import { PayoutTable } from '../../features/staff/payout-table.tsx';
import { personQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { SuspensionList } from '../../features/staff/suspension-list.tsx';
import { Suspend } from '../../features/staff/suspend.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { zoneName } from '../../ui/reader.tsx';
import { Fetched } from '../../ui/states.tsx';

export function PersonRoute() {
  const { id = '' } = useParams();
  const person = useQuery(personQuery(id));
  return (
    <Fetched query={person} lines={8}>
      {(page) => <Person page={page} />}
    </Fetched>
  );
}

function Person({ page }: { readonly page: PersonPageView }) {
  const t = useTranslations('staff');
  const { person, businesses, contracts, can } = page;
  const { id, name } = person;
  return (
    <Page
      title={name}
      lede={person.email}
      actions={
        <>
          {can.impersonate ? <LookThroughEyes id={id} name={name} /> : null}
          {can.suspend ? <Suspend of="people" id={id} name={name} /> : null}
        </>
      }
    >
      <Section title={t('page.account')} note={<Link href={auditOf('account', id)}>{t('page.audit')}</Link>}>
        <Facts
          facts={[
            [t('page.id'), <Id key="id">{id}</Id>],
            [t('page.since'), <Instant key="since" at={person.createdAt} as="date" />],
            [
              t('page.confirmed'),
              person.emailVerifiedAt ? <Instant key="at" at={person.emailVerifiedAt} as="date" /> : t('page.not'),
            ],
            [t('page.zone'), zoneName(person.zone)],
            [t('page.sessions'), person.liveSessions],
            [t('page.lastSeen'), person.lastSeenAt ? <Instant key="seen" at={person.lastSeenAt} /> : t('page.never')],
            ...(person.isStaff ? [[t('page.staff'), t('page.yes')] as const] : []),
            ...(businesses.length > 0 ? [[t('page.businesses'), <Businesses key="b" of={businesses} />] as const] : []),
          ]}
        />
      </Section>
      <Suspensions page={page} />
      <Assistant page={page} />
      <Payouts page={page} />
      {contracts.length > 0 ? (
        <Section title={t('page.contracts')}>
          <ContractTable rows={contracts.map(({ client, ...rest }) => ({ ...rest, other: client }))} />
        </Section>
      ) : null}
      <Looks page={page} />
    </Page>
  );
}

function auditOf(kind: string, id: string): string {
  return `/staff/operations/audit?kind=${kind}&id=${id}`;
}

function Businesses({ of }: { readonly of: PersonPageView['businesses'] }) {
  const word = useWord();
  return of.map(({ id, name, role }) => (
    <span key={id} className="block">
      <Link href={pageOf('business', id) ?? ''}>{name}</Link> <span className="text-ink-faint">{word(role)}</span>
    </span>
  ));
}

function Suspensions({ page: { suspensions } }: { readonly page: PersonPageView }) {
  const t = useTranslations('staff');
  if (suspensions.length === 0) return null;
  return (
    <Section title={t('suspension.title')}>
      <SuspensionList suspensions={suspensions} />
    </Section>
  );
}

/** What they offer, how they are paid, what they earned, and what they owe. */
function Assistant({ page: { assistant, payee, earnings, debtCents } }: { readonly page: PersonPageView }) {
  const t = useTranslations('staff');
  const word = useWord();
  if (!assistant && !payee && earnings.length === 0) return null;
  return (
    <Section title={t('page.assists')}>
      <Facts
        facts={[
          ...(assistant
            ? [
                [t('page.offers'), assistant.headline] as const,
                [t('page.rate'), <Amount key="rate" cents={assistant.rateCents} isRate />] as const,
              ]
            : []),
          ...(payee
            ? [
                [t('page.payee'), <CodeState key="state" code={payee.state} />] as const,
                ...(payee.stripeAccountId ? [['Stripe', <Id key="id">{payee.stripeAccountId}</Id>] as const] : []),
              ]
            : []),
          ...earnings.map(
            ({ state, count, cents }) =>
              [t('page.earned', { count, state: word(state) }), <Amount key={state} cents={cents} />] as const,
          ),
          ...(debtCents > 0 ? [[t('page.owes'), <Amount key="debt" cents={debtCents} />] as const] : []),
        ]}
      />
    </Section>
  );
}

/** What is to be transferred to them, and what of it staff hold. */
function Payouts({ page: { payouts, holds } }: { readonly page: PersonPageView }) {
  const t = useTranslations('staff');
  if (payouts.length === 0 && holds.length === 0) return null;
  return (
    <>
      <Section title={t('payout.title')} note={t('payout.note')}>
        {payouts.length > 0 ? <PayoutTable payouts={payouts} /> : <p>{t('payout.none')}</p>}
      </Section>
      {holds.length > 0 ? (
        <Section title={t('hold.title')} note={t('hold.note')}>
          <HoldTable holds={holds} />
        </Section>
      ) : null}
    </>
  );
}

function Looks({ page: { impersonations } }: { readonly page: PersonPageView }) {
  const t = useTranslations('staff');
  if (impersonations.length === 0) return null;
  return (
    <Section title={t('eyes.looks')} note={t('eyes.looksNote')}>
      <ul className="grid gap-1">
        {impersonations.map(({ id, startedAt, endedAt, endsAt, reason }) => (
          <li key={id}>
            <span className="text-fine text-ink-faint">
              <Instant at={startedAt} />–<Instant at={endedAt ?? endsAt} as="time" />
            </span>{' '}
            {reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}
