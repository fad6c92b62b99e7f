import type { Worth } from '@app/billing';
import type { GivenBackPreview } from '@app/wire/disputes';

export function presentWorth({ amount, fee }: Worth): GivenBackPreview {
  return { amountCents: amount.cents, feeCents: fee.cents };
}
