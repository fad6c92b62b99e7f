import type Stripe from 'stripe';

/** Stripe's merge: named keys are set, an empty string removes its key, an empty value removes them all. */
export function mergedMetadata(
  before: Stripe.Metadata | null | undefined,
  change: Record<string, string | number | null> | '' | null | undefined,
): Stripe.Metadata {
  if (change === undefined) return { ...before };
  if (change === null || change === '') return {};
  const merged: Stripe.Metadata = { ...before };
  for (const [key, value] of Object.entries(change)) {
    if (value === '' || value === null) delete merged[key];
    else merged[key] = String(value);
  }
  return merged;
}
