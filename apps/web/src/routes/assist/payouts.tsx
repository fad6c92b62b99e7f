import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSearch } from 'wouter';

import { PayeePanel } from '../../features/payouts/payee-panel.tsx';
import { PayoutList } from '../../features/payouts/payout-list.tsx';
import { payeeQuery, payoutsQuery } from '../../features/payouts/payouts.queries.ts';
import { profileQuery } from '../../features/profiles/profiles.queries.ts';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useEarningsTabs } from './earnings-tabs.ts';

const ASK_AGAIN_MS = 4_000;

export function Payouts() {
  const t = useTranslations('payouts');
  const billing = useTranslations('billing');
  const hasJustReturned = new URLSearchParams(useSearch()).has('onboarding');
  const payee = useQuery({
    ...payeeQuery,
    // Stripe tells us by webhook, some moments after it has sent the person back.
    refetchInterval: (query) => (hasJustReturned && query.state.data?.state !== 'active' ? ASK_AGAIN_MS : false),
  });
  const payouts = useQuery(payoutsQuery);
  const profile = useQuery(profileQuery);

  return (
    <Page title={billing('earnings')} lede={billing('earningsLede')}>
      <Tabs label={billing('earningsTabs')} tabs={useEarningsTabs()} />
      <Section title={t('whereTitle')} note={t('whereNote')}>
        <Fetched query={payee} lines={2}>
          {(data) => (
            <PayeePanel key={profile.data?.country ?? ''} payee={data} likelyCountry={profile.data?.country ?? ''} />
          )}
        </Fetched>
      </Section>
      <Section title={t('toBank')}>
        <Fetched query={payouts} empty={<Empty title={t('none')}>{t('noneText')}</Empty>}>
          {(data) => <PayoutList payouts={data} />}
        </Fetched>
      </Section>
    </Page>
  );
}
