import { Database, type Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { Refund } from './refund.entity.ts';

/** Stripe's codes for it. */
const TOO_LITTLE = ['balance_insufficient', 'insufficient_funds'];
const lock = { mode: 'for_no_key_update' } as const;

@Injectable()
export class Refunds {
  constructor(private readonly db: Database) {}

  find(id: string): Promise<Refund | null> {
    return this.db.reader.findOneBy(Refund, { id });
  }

  /** Its row locked until the transaction ends. */
  lock(tx: Tx, id: string): Promise<Refund | null> {
    return tx.findOne(Refund, { where: { id }, lock });
  }

  /** Claimed by a process that did not come to the end of it, or told nothing clear by Stripe. */
  leftInTheMiddle(): Promise<Refund[]> {
    return this.db.reader.find(Refund, { where: { state: 'sending' }, order: { claimedAt: 'ASC', id: 'ASC' } });
  }

  /** What may be sent now, but for those that this run has tried. While a charge is disputed its refunds wait. */
  async claim(tx: Tx, limit: number, now: Date): Promise<Refund[]> {
    const ids = await tx.query<{ id: string }[]>(
      `select r.id from refund r join invoice i on i.id = r.invoice_id
        where r.state = 'due' and r.waits_for is null and i.charge_disputed_at is null
        order by r.created_at, r.id limit $1 for no key update of r skip locked`,
      [limit],
    );
    const refunds: Refund[] = [];
    for (const { id } of ids) {
      const refund = await tx.findOneByOrFail(Refund, { id });
      refund.claim(now);
      refunds.push(await tx.save(refund));
    }
    return refunds;
  }

  /** Those that were refused since too little was at Stripe are due again after a while. How many. */
  async retryForBalance(tx: Tx, refusedBefore: Date, now: Date): Promise<number> {
    const again = await tx.query<unknown[]>(
      `with refused as (
         select id from refund where state = 'refused' and failure = any($1) and state_at <= $2 for no key update skip locked
       )
       update refund r set state = 'due', state_at = $3 from refused where r.id = refused.id returning r.id`,
      [TOO_LITTLE, refusedBefore, now],
    );
    return again.length;
  }

  /** What came first has come, for the refund of that decision. */
  async letGo(tx: Tx, giveBackId: string, waitedFor: 'reversal' | 'funds'): Promise<void> {
    await tx.update(Refund, { giveBackId, waitsFor: waitedFor }, { waitsFor: null });
  }

  /** Those that Stripe may still have news of: not arrived yet, or arrived so lately that the bank may send them back. */
  async toRead(before: { sent: Date; arrived: Date; since: Date }): Promise<{ stripeId: string }[]> {
    return this.db.reader.query(
      `select stripe_id as "stripeId" from refund
        where state = 'sent' and read_at <= $1 or state = 'arrived' and read_at <= $2 and state_at >= $3 order by read_at`,
      [before.sent, before.arrived, before.since],
    );
  }

  async nextToRead(hours: number): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(read_at) + make_interval(hours => $1) as at from refund where state = 'sent'`,
      [hours],
    );
    return at;
  }
}
