import type { InvoiceView } from '@app/wire/billing';
import { useTranslations } from 'use-intl';

/** Where an invoice stands, in one sentence; its dates stand beside it. */
export function InvoiceSays({ invoice }: { readonly invoice: InvoiceView }) {
  return useTranslations('billing')(`invoiceSays.${saying(invoice)}`);
}

function saying({ state, unpaid }: InvoiceView) {
  if (state !== 'past_due') return state;
  return unpaid === null || unpaid.step === 'given_up' ? 'card' : unpaid.step;
}
