import type { CardView } from '@app/wire/billing';
import { CreditCard } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { State } from '../../ui/state.tsx';

export function CardList({ cards }: { readonly cards: readonly CardView[] }) {
  const t = useTranslations('billing');
  return (
    <ul>
      {cards.map((card) => (
        <li key={card.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule py-3 first:pt-0">
          <CreditCard aria-hidden="true" className="size-5" strokeWidth={1.5} />
          <span className="font-semibold">{t('ending', { brand: brandName(card.brand), last4: card.last4 })}</span>
          <span className="text-ink-soft">
            {t('validTo', { month: String(card.expMonth).padStart(2, '0'), year: String(card.expYear) })}
          </span>
          {card.isDefault ? <State tone="settled">{t('chargedWeekly')}</State> : null}
        </li>
      ))}
    </ul>
  );
}

/** Names of things, the same in every language. */
const brands: Readonly<Record<string, string>> = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express' };

function brandName(brand: string): string {
  return brands[brand] ?? brand.charAt(0).toUpperCase() + brand.slice(1);
}
