import type { InvoiceView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';

/** Where an invoice stands, in one sentence; its dates stand beside it. */
export function InvoiceSays({ invoice }: { readonly invoice: InvoiceView }) {
  const t = useTranslations('billing');
  return t(`invoiceSays.${invoice.state === 'past_due' ? 'noCard' : invoice.state}`);
}
