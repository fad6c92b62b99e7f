import { Audit } from '@app/audit';
import { Database } from '@app/database';
import { type Actor, actsFor, allow, Clock, type Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from '../billing.errors.ts';
import { maySetBudget } from '../billing.policy.ts';
import { type Budget, Budgets } from './budgets.repository.ts';

/** What a business means to spend in a week. It warns, and stops nobody: the limits of contracts do that. */
@Injectable()
export class SetBudget {
  constructor(
    private readonly db: Database,
    private readonly budgets: Budgets,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** `weekly` null: none from now on. Throws `BusinessNotFound`. */
  async run(actor: Actor, businessId: string, weekly: Money | null): Promise<Budget | null> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    allow(maySetBudget(actor, businessId), 'set the budget of this business');
    return this.db.transaction(async (tx) => {
      const now = this.clock.now();
      const budget = weekly && { weekly, setAt: now };

      if (budget) await this.budgets.save(tx, businessId, budget);
      else await this.budgets.remove(tx, businessId);

      const after = { weeklyCents: weekly?.cents ?? null };
      const subject = { kind: 'business', id: businessId };
      await this.audit.record(tx, { actor, action: 'budget.set', subject, after }, now);
      return budget;
    });
  }
}
