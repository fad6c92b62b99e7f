import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import type { PayoutInterval } from '@app/stripe';
import { Injectable } from '@nestjs/common';

/** What Stripe is asked for, and may or may not have heard. */
export interface ClaimedSchedule {
  readonly id: string;
  readonly account: string;
  readonly interval: PayoutInterval;
  readonly refusals: number;
}

const CLAIMED = `
  select c.id, p.stripe_account_id as account, c.interval, c.refusals
    from payout_schedule c join payee p on p.id = c.assistant_id`;

/** Whose payouts should go otherwise than Stripe was last asked; while one is asked for, no other is. */
const AMISS = `
  select p.id as "assistantId", want.interval
    from payee p
    left join person_standing s on s.account_id = p.id
   cross join lateral (select case when s.payouts_suspended_at is null then 'weekly' else 'manual' end as interval) want
    left join lateral (select c.interval, c.set_at from payout_schedule c
                        where c.assistant_id = p.id order by c.id desc limit 1) last on true
   where p.stripe_account_id is not null and p.state <> 'closed'
     and want.interval <> coalesce(last.interval, 'weekly') and (last.interval is null or last.set_at is not null)`;

@Injectable()
export class PayoutSchedules {
  constructor(private readonly db: Database) {}

  async amiss(): Promise<string[]> {
    const rows = await this.db.reader.query<{ assistantId: string }[]>(AMISS);
    return rows.map(({ assistantId }) => assistantId);
  }

  /** The payee's row is locked by the caller. False: it is as it should be, or somebody asks already. */
  async claim(tx: Tx, assistantId: string, now: Date): Promise<boolean> {
    const [wanted] = await tx.query<{ interval: PayoutInterval }[]>(`${AMISS} and p.id = $1`, [assistantId]);
    if (!wanted) return false;
    await tx.query(`insert into payout_schedule (id, assistant_id, interval, claimed_at) values ($1, $2, $3, $4)`, [
      randomUUIDv7(),
      assistantId,
      wanted.interval,
      now,
    ]);
    return true;
  }

  claimed(): Promise<ClaimedSchedule[]> {
    return this.db.reader.query(`${CLAIMED} where c.set_at is null and p.state <> 'closed' order by c.id`);
  }

  async settle(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update payout_schedule set set_at = $2 where id = $1 and set_at is null`, [id, now]);
  }

  async refused(tx: Tx, { id, refusals }: ClaimedSchedule): Promise<void> {
    await tx.query(`update payout_schedule set refusals = $2 where id = $1`, [id, refusals + 1]);
  }
}
