import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { invoicesQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceTable } from '../../features/billing/invoice-table.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Invoices() {
  const t = useTranslations('billing');
  const invoices = useQuery(invoicesQuery);
  return (
    <Page title={t('invoices')} lede={t('invoicesLede')}>
      <Section title={t('allOfThem')}>
        <Fetched query={invoices} empty={<Empty title={t('noInvoice')}>{t('noInvoiceText')}</Empty>}>
          {(data) => <InvoiceTable invoices={data} />}
        </Fetched>
      </Section>
    </Page>
  );
}
