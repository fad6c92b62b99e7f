import type { UnpaidStep } from '@app/billing';
import type { UnpaidView } from '@app/wire/billing';

export function presentUnpaid(unpaid: UnpaidStep | null): UnpaidView | null {
  if (unpaid === null) return null;
  const { step, outcome, nextAttemptAt, givenUpAt, suspendedAt } = unpaid;
  return {
    ...{ step, outcome },
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    givenUpAt: givenUpAt?.toISOString() ?? null,
    suspendedAt: suspendedAt?.toISOString() ?? null,
  };
}
