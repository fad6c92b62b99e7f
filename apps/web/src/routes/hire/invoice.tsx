import type { InvoiceWithLinesView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';

import { AddCard } from '../../features/billing/add-card.tsx';
import { invoiceQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceLines } from '../../features/billing/invoice-lines.tsx';
import { InvoiceState } from '../../features/billing/invoice-state.tsx';
import { ButtonLink } from '../../ui/button.tsx';
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
  return (
    <Page
      title={`Invoice ${invoice.number}`}
      lede={
        <>
          {invoice.client.name}, week <Week {...invoice.week} />
        </>
      }
      actions={<ButtonLink to="/hire/invoices">All invoices</ButtonLink>}
    >
      <Section title="Where it stands" note={<InvoiceState state={invoice.state} />}>
        <p>{invoice.says}</p>
        <dl className="mt-2 grid gap-x-4 gap-y-1 text-fine grid-cols-[7rem_minmax(0,1fr)]">
          <dt className="text-ink-faint">Issued</dt>
          <dd>
            <Instant at={invoice.issuedAt} />
          </dd>
          <dt className="text-ink-faint">Paid</dt>
          <dd>{invoice.paidAt ? <Instant at={invoice.paidAt} /> : 'not yet'}</dd>
          {invoice.nextAttemptAt ? (
            <>
              <dt className="text-ink-faint">Next attempt</dt>
              <dd>
                <Instant at={invoice.nextAttemptAt} />
              </dd>
            </>
          ) : null}
          <dt className="text-ink-faint">Review until</dt>
          <dd>
            <Instant at={invoice.reviewEndsAt} isEnd />
          </dd>
        </dl>
        {invoice.can.saveCard ? (
          <div className="mt-4">
            <AddCard businessId={invoice.client.id} label="Save another card" isStrong />
          </div>
        ) : null}
      </Section>
      <Section title="Lines">
        <InvoiceLines invoice={invoice} />
      </Section>
    </Page>
  );
}
