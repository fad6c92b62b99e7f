import { Database } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Dispute } from '../dispute.entity.ts';

const TWO_SIGN_ABOVE = Money.usd(500_00);
const COUNTED_DAYS = 30;
const DAY_MS = 86_400_000;

/** From which amount on a second member of staff must agree: rate and fee disputed between the same two in 30 days. */
@Injectable()
export class FourEyes {
  constructor(private readonly db: Database) {}

  async disputedBetween(
    { clientId, assistantId, openedAt }: Dispute,
    from: EntityManager = this.db.reader,
  ): Promise<Money> {
    const since = new Date(openedAt.getTime() - COUNTED_DAYS * DAY_MS);
    const [{ cents }] = await from.query<[{ cents: number }]>(
      `select coalesce(sum(s.amount_cents + s.fee_cents), 0)::int as cents
         from dispute d join dispute_share s on s.dispute_id = d.id
        where d.client_id = $1 and d.assistant_id = $2 and d.opened_at > $3 and d.outcome is distinct from 'withdrawn'`,
      [clientId, assistantId, since],
    );
    return Money.usd(cents);
  }

  async needed(dispute: Dispute, from: EntityManager = this.db.reader): Promise<boolean> {
    return (await this.disputedBetween(dispute, from)).cents > TWO_SIGN_ABOVE.cents;
  }
}
