import type { SavedCard } from '@app/billing';
import type { CardView } from '@app/wire/billing';

export function presentCard({ id, brand, last4, expMonth, expYear, isDefault }: SavedCard): CardView {
  return { id, brand, last4, expMonth, expYear, isDefault };
}
