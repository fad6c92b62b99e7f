import type { EntityManager } from 'typeorm';

import { RETRY_AFTER_DAYS } from './decline-policy.ts';
import type { UnpaidOutcome } from './invoice.entity.ts';

/** What an unpaid invoice means to those who did its work: known before the work begins, and fixed by it. */
export interface UnpaidPolicy {
  readonly outcome: UnpaidOutcome;
  /** Since the first failure; then nobody tries any more. */
  readonly finalAfterDays: number;
  readonly retryAfterDays: readonly number[];
}

/** The one in force at that instant: the start of the week in which the work was done. */
export async function unpaidPolicyAt(from: EntityManager, at: Date): Promise<UnpaidPolicy> {
  const [policy] = await from.query<[Omit<UnpaidPolicy, 'retryAfterDays'>]>(
    `select outcome, final_after_days as "finalAfterDays" from unpaid_policy where effective_from <= $1
      order by effective_from desc limit 1`,
    [at],
  );
  return { ...policy, retryAfterDays: RETRY_AFTER_DAYS };
}
