import { Database, type Tx } from '@app/database';
import { type Actor, actsFor, Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from '../billing.errors.ts';

export interface Budget {
  /** All in, for one of the business's weeks. */
  readonly weekly: Money;
  readonly setAt: Date;
}

@Injectable()
export class Budgets {
  constructor(private readonly db: Database) {}

  /** Null: the business has none. Throws `BusinessNotFound` for those the actor does not act for. */
  async find(actor: Actor, businessId: string): Promise<Budget | null> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    const [row] = await this.db.reader.query<{ cents: number; setAt: Date }[]>(
      `select weekly_cents::float8 as cents, set_at as "setAt" from business_budget where client_id = $1`,
      [businessId],
    );
    return row ? { weekly: Money.usd(row.cents), setAt: row.setAt } : null;
  }

  async save(tx: Tx, businessId: string, { weekly, setAt }: Budget): Promise<void> {
    await tx.query(
      `insert into business_budget (client_id, weekly_cents, set_at) values ($1, $2, $3)
       on conflict (client_id) do update set weekly_cents = excluded.weekly_cents, set_at = excluded.set_at`,
      [businessId, weekly.cents, setAt],
    );
  }

  async remove(tx: Tx, businessId: string): Promise<void> {
    await tx.query(`delete from business_budget where client_id = $1`, [businessId]);
  }
}
