import type { Wants } from './decline-policy.ts';
import type { UnpaidOutcome } from './invoice.entity.ts';
import type { InvoiceState } from './invoice.state.ts';

/** What happens next with an invoice whose charge has failed, in codes: the screen says it in the reader's language. */
export interface UnpaidStep {
  /** `retry`: at `nextAttemptAt`. `card`, `authentication`: the client has been asked. `given_up`: nobody tries any more. */
  readonly step: 'retry' | 'card' | 'authentication' | 'given_up';
  readonly nextAttemptAt: Date | null;
  /** When nobody tries any more. */
  readonly givenUpAt: Date | null;
  /** Since when no work is accepted for the client; null while it goes on. */
  readonly suspendedAt: Date | null;
  /** Who goes without, once it is given up. */
  readonly outcome: UnpaidOutcome | null;
}

export interface UnpaidFacts {
  readonly wants: Wants | null;
  readonly failedAt: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly givenUpAt: Date | null;
  readonly suspendedAt: Date | null;
  readonly unpaidOutcome: UnpaidOutcome | null;
}

/** null: it is paid, void, or no charge of it has failed. */
export function unpaidStep(invoice: UnpaidFacts & { readonly state: InvoiceState }): UnpaidStep | null {
  const { state, failedAt, wants, nextAttemptAt, givenUpAt, suspendedAt, unpaidOutcome: outcome } = invoice;
  if (failedAt === null || state === 'paid' || state === 'void') return null;
  const step = state === 'uncollectible' ? 'given_up' : (wants ?? 'retry');
  return { step, nextAttemptAt, givenUpAt, suspendedAt, outcome };
}

/** Of an invoice `i` for the week `w`, in SQL. */
export const GIVEN_UP_AT = `(
           select i.failed_at + make_interval(days => p.final_after_days) from unpaid_policy p
            where p.effective_from <= lower(w.during) order by p.effective_from desc limit 1)`;
