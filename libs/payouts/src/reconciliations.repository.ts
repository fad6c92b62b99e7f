import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import type { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

const UNEXPLAINED_MINUTES = 15;
const IN_TRANSIT_DAYS = 3;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Verdicts on whether the ledger and Stripe agree, and what follows from them. */
@Injectable()
export class Reconciliations {
  constructor(private readonly db: Database) {}

  async add(tx: Tx, { stripe, ledger }: { stripe: Money; ledger: Money }, now: Date): Promise<void> {
    await tx.query(
      `insert into reconciliation (id, at, stripe_cents, ledger_cents, difference_cents) values ($1, $2, $3, $4, $5)`,
      [randomUUIDv7(), now, stripe.cents, ledger.cents, stripe.minus(ledger).cents],
    );
  }

  /** Money stays where it is while the books differ from Stripe unexplained, or something has been on its way too long. */
  async stopReleases(now: Date): Promise<boolean> {
    const [{ stop }] = await this.db.reader.query<[{ stop: boolean }]>(
      `select exists (
           select from reconciliation
            where difference_cents <> 0 and at <= $1
              and at > coalesce((select max(at) from reconciliation where difference_cents = 0), '-infinity'))
         or exists (
           select from (select stripe_id from posting where account = 'stripe_in_transit'
                         group by stripe_id having sum(amount_cents) <> 0) moving
             join posting p on p.account = 'stripe_in_transit' and p.stripe_id = moving.stripe_id
             join journal j on j.id = p.journal_id and j.occurred_at <= $2
            where not exists (select from refund r where r.stripe_id = moving.stripe_id and r.state = 'sent' and r.waits_for = 'balance')) as stop`,
      [new Date(now.getTime() - UNEXPLAINED_MINUTES * MINUTE_MS), new Date(now.getTime() - IN_TRANSIT_DAYS * DAY_MS)],
    );
    return stop;
  }
}
