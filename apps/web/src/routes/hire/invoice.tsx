import type { InvoiceWithLinesView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useParams } from 'wouter';

import { AddCard } from '../../features/billing/add-card.tsx';
import { invoiceQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceLines } from '../../features/billing/invoice-lines.tsx';
import { InvoiceSays } from '../../features/billing/invoice-says.tsx';
import { InvoiceState } from '../../features/billing/invoice-state.tsx';
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
        {invoice.can.saveCard ? (
          <div className="mt-4">
            <AddCard businessId={invoice.client.id} label={t('saveAnother')} isStrong />
          </div>
        ) : null}
      </Section>
      <Section title={t('lines')}>
        <InvoiceLines invoice={invoice} />
      </Section>
    </Page>
  );
}
