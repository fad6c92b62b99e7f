import type { CardView } from '@app/wire/billing';
import { CreditCard } from 'lucide-react';

import { State } from '../../ui/state.tsx';

export function CardList({ cards }: { readonly cards: readonly CardView[] }) {
  return (
    <ul>
      {cards.map((card) => (
        <li key={card.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-3 first:pt-0">
          <CreditCard aria-hidden="true" className="size-5" strokeWidth={1.5} />
          <span className="font-semibold">
            {brandName(card.brand)} ending in {card.last4}
          </span>
          <span className="text-ink-soft">
            valid to {String(card.expMonth).padStart(2, '0')}/{card.expYear}
          </span>
          {card.isDefault ? <State tone="settled">Charged each week</State> : null}
        </li>
      ))}
    </ul>
  );
}

const brands: Readonly<Record<string, string>> = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' };

function brandName(brand: string): string {
  return brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);
}
