import type { CompletedCardSetupView } from '@app/wire/billing';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { send } from '../../api/client.ts';
import { Failed, Loading } from '../../ui/states.tsx';
import { useBillingChanged } from './billing.queries.ts';

/** Back from Stripe's page: what became of the card. */
export function CardReturn({ setupId }: { readonly setupId: string }) {
  const t = useTranslations('billing');
  const changed = useBillingChanged();
  // A query, so that coming back completes the set-up once however often the screen is drawn.
  const completion = useQuery({
    queryKey: ['card-setup', setupId],
    queryFn: async () => {
      const done = await send<CompletedCardSetupView>('POST', `/card-setups/${setupId}/completion`);
      await changed();
      return done;
    },
    staleTime: Infinity,
  });
  if (completion.isPending) return <Loading lines={1} label={t('askingStripe')} />;
  if (completion.isError) return <Failed error={completion.error} onRetry={() => void completion.refetch()} />;
  const { card } = completion.data;
  return (
    <output
      className={`block mb-6 border-l-4 px-3 py-2 ${card ? 'border-settled bg-settled-wash' : 'border-waiting bg-waiting-wash'}`}
    >
      {card ? t('cardSaved', { last4: card.last4 }) : t('cardNotSaved')}
    </output>
  );
}
