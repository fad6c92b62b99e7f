import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useSearch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { AddCard } from '../../features/billing/add-card.tsx';
import { cardsQuery, invoicesQuery } from '../../features/billing/billing.queries.ts';
import { CardList } from '../../features/billing/card-list.tsx';
import { CardReturn } from '../../features/billing/card-return.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Cards() {
  const t = useTranslations('billing');
  const me = useMe();
  const setupId = new URLSearchParams(useSearch()).get('setup');
  return (
    <Page title={t('cards')} lede={t('cardsLede')}>
      {setupId ? <CardReturn setupId={setupId} /> : null}
      <WaitForCard />
      {me.businesses.map((business) => (
        <BusinessCards key={business.id} business={business} />
      ))}
    </Page>
  );
}

/** Invoices that another card would pay, and where to see that it did. */
function WaitForCard() {
  const t = useTranslations('refunds');
  const unpaid = (useQuery(invoicesQuery).data ?? []).filter(({ can }) => can.pay);
  return unpaid.map(({ id, number }) => (
    <p key={id} className="mb-4 border-l-4 border-fault bg-fault-wash px-3 py-2">
      {t('cardPays')} <Link href={`/hire/invoices/${id}`}>{t('toInvoice', { number })}</Link>
    </p>
  ));
}

function BusinessCards({ business }: { readonly business: { readonly id: string; readonly name: string } }) {
  const t = useTranslations('billing');
  const cards = useQuery(cardsQuery(business.id));
  return (
    <Section title={business.name} note={t('cardsNote')}>
      <Fetched
        query={cards}
        lines={1}
        empty={
          <Empty title={t('noCard')} action={<AddCard businessId={business.id} label={t('saveCard')} isStrong />}>
            {t('noCardText')}
          </Empty>
        }
      >
        {(data) => (
          <>
            <CardList cards={data} />
            <div className="mt-4">
              <AddCard businessId={business.id} label={t('saveAnother')} />
            </div>
          </>
        )}
      </Fetched>
    </Section>
  );
}
