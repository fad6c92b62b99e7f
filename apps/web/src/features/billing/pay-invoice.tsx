import type { InvoicePaymentView, InvoiceView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/idempotency.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNote } from '../../ui/form.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { useBillingChanged } from './billing.queries.ts';

/** Charges the saved card now; where the bank wants its cardholder, leads to the bank's page. */
export function PayInvoice({ invoice }: { readonly invoice: InvoiceView }) {
  const t = useTranslations('refunds');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [payment, setPayment] = useState<InvoicePaymentView | null>(null);
  const { keyFor, done } = useIdempotencyKey();
  const changed = useBillingChanged();
  const pay = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const idempotencyKey = keyFor({ pay: invoice.id });
      const answer = await send<InvoicePaymentView>('POST', `/invoices/${invoice.id}/payment`, { idempotencyKey });
      done();
      if (answer.url !== null) return location.assign(answer.url);
      setPayment(answer);
      await changed();
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <div>
      <div aria-live="polite">
        {problem === null ? null : <ProblemNote error={problem} />}
        {payment ? <PaymentSays payment={payment} /> : null}
      </div>
      <Button weight="strong" isBusy={isBusy} onClick={() => void pay()}>
        {t.rich('payNow', { amount: () => <Amount cents={invoice.owedCents} /> })}
      </Button>
    </div>
  );
}

/** Back from the bank's page: what came of it. */
export function PaymentReturn({ invoiceId }: { readonly invoiceId: string }) {
  const t = useTranslations('refunds');
  const changed = useBillingChanged();
  // A query, so that coming back asks once however often the screen is drawn.
  const completion = useQuery({
    queryKey: ['invoice-payment', invoiceId],
    queryFn: async () => {
      const answer = await send<InvoicePaymentView>('POST', `/invoices/${invoiceId}/payment/completion`);
      await changed();
      return answer;
    },
    staleTime: Infinity,
  });
  if (completion.isPending) return <Loading lines={1} label={t('askingBank')} />;
  if (completion.isError) return <Failed error={completion.error} onRetry={() => void completion.refetch()} />;
  return <PaymentSays payment={completion.data} />;
}

function PaymentSays({ payment }: { readonly payment: InvoicePaymentView }) {
  const t = useTranslations('refunds');
  const isPaid = payment.state === 'paid';
  return (
    <output
      className={`mb-4 block border-l-4 px-3 py-2 ${isPaid ? 'border-settled bg-settled-wash' : 'border-waiting bg-waiting-wash'}`}
    >
      {isPaid
        ? t('paymentPaid')
        : payment.state === 'charging'
          ? t('paymentGoing')
          : payment.declined
            ? t('paymentDeclined')
            : t('paymentOpen')}
    </output>
  );
}
