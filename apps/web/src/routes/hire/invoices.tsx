import { useQuery } from '@tanstack/react-query';

import { invoicesQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceTable } from '../../features/billing/invoice-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Invoices() {
  const invoices = useQuery(invoicesQuery);
  return (
    <Page title="Invoices" lede="One a week, one line a contract.">
      <Section title="All of them">
        <Fetched
          query={invoices}
          empty={
            <Empty title="No invoice yet">
              A week’s hours freeze on the Monday after, at 12:00 where you are. Then one invoice is issued and charged.
            </Empty>
          }
        >
          {(data) => <InvoiceTable invoices={data} />}
        </Fetched>
      </Section>
    </Page>
  );
}
