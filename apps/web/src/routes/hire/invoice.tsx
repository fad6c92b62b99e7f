import type { InvoiceWithLinesView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams, useSearch } from 'wouter';

import { AddCard } from '../../features/billing/add-card.tsx';
import { invoiceQuery } from '../../features/billing/billing.queries.ts';
import { GivenBackList } from '../../features/billing/given-back-list.tsx';
import { InvoiceLines } from '../../features/billing/invoice-lines.tsx';
import { InvoiceSays } from '../../features/billing/invoice-says.tsx';
import { InvoiceState } from '../../features/billing/invoice-state.tsx';
import { PayInvoice, PaymentReturn } from '../../features/billing/pay-invoice.tsx';
import { UnpaidNext } from '../../features/billing/unpaid-next.tsx';
import { DisputesOfInvoice } from '../../features/disputes/disputes-of-invoice.tsx';
import { LateReports } from '../../features/disputes/late-report.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Week } from '../../ui/week.tsx';

export function Invoice() {
  const { id } = useParams<{ id: string }>();
  const invoice = useQuery(invoiceQuery(id));
  if (invoice.isPending) return <Loading lines={6} />;
  if (invoice.isError) return <Failed error={invoice.error} onRetry={() => void invoice.refetch()} />;
  return <InvoicePage invoice={invoice.data} />;
}

function InvoicePage({ invoice }: { readonly invoice: InvoiceWithLinesView }) {
  const t = useTranslations('billing');
  const refunds = useTranslations('refunds');
  const reviewed = invoice.lines.flatMap(({ weekId, review, assistant }) =>
    weekId === null || review === 'pending' || review === 'disputed' ? [] : { weekId, assistantName: assistant.name },
  );
  const isBackFromBank = new URLSearchParams(useSearch()).has('answered');
  return (
    <Page
      title={t('invoiceTitle', { number: invoice.number })}
      lede={t.rich('invoiceLede', { client: invoice.client.name, week: () => <Week {...invoice.week} /> })}
      actions={
        <>
          <DownloadLink to={`/api/invoices/${invoice.id}/pdf`}>{t('downloadPdf')}</DownloadLink>
          <ButtonLink to="/hire/invoices">{t('allInvoices')}</ButtonLink>
        </>
      }
    >
      {isBackFromBank ? <PaymentReturn invoiceId={invoice.id} /> : null}
      <DisputesOfInvoice invoiceId={invoice.id} />
      <Section title={t('stands')} note={<InvoiceState state={invoice.state} />}>
        <p>
          <InvoiceSays invoice={invoice} />
        </p>
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-fine grid-cols-[7rem_minmax(0,1fr)]">
          <dt className="text-ink-faint">{t('issued')}</dt>
          <dd>
            <Instant at={invoice.issuedAt} />
          </dd>
          <dt className="text-ink-faint">{t('paid')}</dt>
          <dd>{invoice.paidAt ? <Instant at={invoice.paidAt} /> : t('notPaidYet')}</dd>
          {invoice.nextAttemptAt ? (
            <>
              <dt className="text-ink-faint">{t('nextAttempt')}</dt>
              <dd>
                <Instant at={invoice.nextAttemptAt} />
              </dd>
            </>
          ) : null}
          <dt className="text-ink-faint">{t('reviewUntil')}</dt>
          <dd>
            <Instant at={invoice.reviewEndsAt} isEnd />
          </dd>
        </dl>
        {invoice.unpaid ? <UnpaidNext unpaid={invoice.unpaid} /> : null}
        {invoice.can.saveCard || invoice.can.pay ? (
          <div className="mt-4 flex flex-wrap items-start gap-3">
            {invoice.can.pay ? <PayInvoice invoice={invoice} /> : null}
            {invoice.can.saveCard ? <AddCard businessId={invoice.client.id} label={t('saveAnother')} /> : null}
          </div>
        ) : null}
      </Section>
      <Section title={t('lines')}>
        <InvoiceLines invoice={invoice} />
        {invoice.lines.some(({ can }) => can.approve) ? (
          <p className="mt-4 text-fine text-ink-soft">{refunds('lineByLine')}</p>
        ) : null}
      </Section>
      <LateReports weeks={reviewed} />
      {invoice.givenBack.length > 0 ? (
        <Section title={refunds('givenBack')} note={refunds('givenBackNote')}>
          <GivenBackList invoice={invoice} />
        </Section>
      ) : null}
    </Page>
  );
}
