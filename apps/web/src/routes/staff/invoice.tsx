import type { InvoicePageView } from '@app/wire/staff';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useParams } from 'wouter';

import { CodeState } from '../../features/staff/code-state.tsx';
import { DisputeLinks } from '../../features/staff/dispute-links.tsx';
import { EarningTable } from '../../features/staff/earning-table.tsx';
import { Facts, Id } from '../../features/staff/facts.tsx';
import { pageOf, trailOf } from '../../features/staff/found-links.ts';
import { HoldMoney } from '../../features/staff/hold-money.tsx';
import { invoiceQuery } from '../../features/staff/staff.queries.ts';
import { useWord } from '../../features/staff/staff-words.tsx';
import { Amount } from '../../ui/amount.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Figures, Page, Section } from '../../ui/page.tsx';
import { Fetched } from '../../ui/states.tsx';

export function InvoiceRoute() {
  const { id = '' } = useParams();
  const invoice = useQuery(invoiceQuery(id));
  return (
    <Fetched query={invoice} lines={8}>
      {(page) => <Invoice page={page} />}
    </Fetched>
  );
}

function Invoice({ page }: { readonly page: InvoicePageView }) {
  const t = useTranslations('staff');
  const { invoice, disputes } = page;
  return (
    <Page
      title={t('page.invoice', { number: invoice.number })}
      lede={
        <span className="inline-flex flex-wrap items-baseline gap-3">
          <Link href={pageOf('business', invoice.clientId) ?? ''}>{invoice.clientName}</Link>
          <CodeState code={invoice.state} />
        </span>
      }
      actions={
        <>
          <ButtonLink to={trailOf(invoice.id)} size="small">
            {t('bench.trail')}
          </ButtonLink>
          <HoldMoney subject={{ kind: 'invoice', id: invoice.id }} />
        </>
      }
    >
      <Figures
        figures={[
          { label: t('page.total'), value: <Amount cents={invoice.totalCents} /> },
          { label: t('page.subtotal'), value: <Amount cents={invoice.subtotalCents} /> },
          { label: t('page.fee'), value: <Amount cents={invoice.feeCents} /> },
          { label: t('page.credited'), value: <Amount cents={invoice.creditedCents} /> },
        ]}
      />
      <Section title={t('page.dates')}>
        <Facts
          facts={[
            [t('page.id'), <Id key="id">{invoice.id}</Id>],
            [t('page.issued'), <Instant key="issued" at={invoice.issuedAt} />],
            [t('page.reviewEnds'), <Instant key="review" at={invoice.reviewEndsAt} isEnd />],
            [t('page.paid'), invoice.paidAt ? <Instant key="paid" at={invoice.paidAt} /> : t('page.not')],
            ...(invoice.nextAttemptAt
              ? [[t('page.nextAttempt'), <Instant key="next" at={invoice.nextAttemptAt} />] as const]
              : []),
            ...(invoice.paymentIntentId
              ? [[t('page.intent'), <Id key="intent">{invoice.paymentIntentId}</Id>] as const]
              : []),
            ...(invoice.chargeId ? [[t('page.charge'), <Id key="charge">{invoice.chargeId}</Id>] as const] : []),
          ]}
        />
      </Section>
      <Section title={t('page.lines')} note={t('page.linesNote')}>
        <EarningTable page={page} />
      </Section>
      <Attempts attempts={page.attempts} />
      {disputes.length > 0 ? (
        <Section title={t('page.disputes')}>
          <DisputeLinks disputes={disputes} />
        </Section>
      ) : null}
    </Page>
  );
}

function Attempts({ attempts }: { readonly attempts: InvoicePageView['attempts'] }) {
  const t = useTranslations('staff');
  const word = useWord();
  if (attempts.length === 0) return null;
  return (
    <Section title={t('page.attempts')}>
      <ol className="grid gap-1">
        {attempts.map(({ number, state, claimedAt, chargeId, declineCode }) => (
          <li key={number} className="flex flex-wrap items-baseline gap-2">
            <Instant at={claimedAt} /> <CodeState code={state} />
            {declineCode ? <span>{word(declineCode)}</span> : null}
            {chargeId ? <Id>{chargeId}</Id> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
