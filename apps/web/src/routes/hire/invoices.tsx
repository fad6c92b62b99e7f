import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useMe } from '../../api/session.ts';
import { invoicesQuery } from '../../features/billing/billing.queries.ts';
import { InvoiceTable } from '../../features/billing/invoice-table.tsx';
import { DownloadLink } from '../../ui/download-link.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Invoices() {
  const t = useTranslations('billing');
  const me = useMe();
  const invoices = useQuery(invoicesQuery);
  return (
    <Page title={t('invoices')} lede={t('invoicesLede')}>
      <Section
        title={t('allOfThem')}
        actions={me.businesses.map(({ id, name }) => (
          <DownloadLink key={id} to={`/api/businesses/${id}/invoices/csv`}>
            {me.businesses.length > 1 ? t('downloadCsvOf', { name }) : t('downloadCsv')}
          </DownloadLink>
        ))}
      >
        <Fetched query={invoices} empty={<Empty title={t('noInvoice')}>{t('noInvoiceText')}</Empty>}>
          {(data) => <InvoiceTable invoices={data} />}
        </Fetched>
      </Section>
    </Page>
  );
}
