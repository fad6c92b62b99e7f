import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';

import { useMe } from '../../api/session.ts';
import { AddCard } from '../../features/billing/add-card.tsx';
import { cardsQuery } from '../../features/billing/billing.queries.ts';
import { CardList } from '../../features/billing/card-list.tsx';
import { CardReturn } from '../../features/billing/card-return.tsx';
import { Page, Section } from '../../ui/page.tsx';
import { Empty, Fetched } from '../../ui/states.tsx';

export function Cards() {
  const me = useMe();
  const setupId = new URLSearchParams(useSearch()).get('setup');
  return (
    <Page title="Cards" lede="What your weekly invoice is charged to.">
      {setupId ? <CardReturn setupId={setupId} /> : null}
      {me.businesses.map((business) => (
        <BusinessCards key={business.id} business={business} />
      ))}
    </Page>
  );
}

function BusinessCards({ business }: { readonly business: { readonly id: string; readonly name: string } }) {
  const cards = useQuery(cardsQuery(business.id));
  return (
    <Section title={business.name} note="Card numbers are typed at Stripe. Kontor never sees them.">
      <Fetched
        query={cards}
        lines={1}
        empty={
          <Empty
            title="No card yet"
            action={<AddCard businessId={business.id} label="Save a card at Stripe" isStrong />}
          >
            Nothing is charged by saving one. Work starts once there is a card to charge.
          </Empty>
        }
      >
        {(data) => (
          <>
            <CardList cards={data} />
            <div className="mt-4">
              <AddCard businessId={business.id} label="Save another card" />
            </div>
          </>
        )}
      </Fetched>
    </Section>
  );
}
