import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';

import { Amount } from '../../ui/amount.tsx';
import { disputesQuery } from './disputes.queries.ts';
import { centsFor } from './worth.ts';

/** Says what of an invoice is disputed and still undecided; nothing, where nothing is. */
export function DisputesOfInvoice({ invoiceId }: { readonly invoiceId: string }) {
  const t = useTranslations('disputes');
  const all = useQuery(disputesQuery).data ?? [];
  const open = all.filter((dispute) => dispute.invoiceId === invoiceId && dispute.closedAt === null);
  return open.map(({ id, number, assistant, disputed }) => (
    <p key={id} className="mb-4 border-l-4 border-waiting bg-waiting-wash px-3 py-2">
      {t.rich('ofInvoice', {
        name: assistant.name,
        amount: () => <Amount cents={centsFor('client', disputed)} className="font-semibold" />,
      })}{' '}
      <Link href={`/hire/disputes/${id}`}>{t('toDispute', { number })}</Link>
    </p>
  ));
}
