import { randomUUIDv7 } from 'node:crypto';

import type { Worth } from '@app/billing';
import type { Tx } from '@app/database';
import { Injectable } from '@nestjs/common';

import { NoOfferStands } from './dispute.errors.ts';

export interface Offer {
  readonly id: string;
  readonly answer: 'taken' | 'declined' | null;
  /** Of lines of the dispute, the seconds that would go back. */
  readonly refunds: ReadonlyMap<string, number>;
}

/** What the assistant offered to give back. One offer a dispute. */
@Injectable()
export class Offers {
  async add(
    tx: Tx,
    {
      disputeId,
      madeBy,
      refunds,
      worth,
    }: { disputeId: string; madeBy: string; refunds: ReadonlyMap<string, number>; worth: Worth },
    now: Date,
  ): Promise<void> {
    const id = randomUUIDv7();
    await tx.query(
      `insert into dispute_offer (id, dispute_id, made_by, made_at, amount_cents, fee_cents) values ($1, $2, $3, $4, $5, $6)`,
      [id, disputeId, madeBy, now, worth.amount.cents, worth.fee.cents],
    );
    await tx.query(
      `insert into dispute_offer_line (offer_id, dispute_line_id, refund_seconds)
       select $1, line, seconds from unnest($2::uuid[], $3::bigint[]) as offered (line, seconds)`,
      [id, [...refunds.keys()], [...refunds.values()]],
    );
  }

  /** The offer, its row locked. Throws `NoOfferStands`. */
  async lockStanding(tx: Tx, disputeId: string): Promise<Offer> {
    const [offer] = await tx.query<{ id: string; answer: Offer['answer'] }[]>(
      `select id, answer from dispute_offer where dispute_id = $1 for no key update`,
      [disputeId],
    );
    if (!offer || offer.answer !== null) throw new NoOfferStands();
    const lines = await tx.query<{ line: string; seconds: number }[]>(
      `select dispute_line_id as line, refund_seconds::int as seconds from dispute_offer_line where offer_id = $1`,
      [offer.id],
    );
    return { ...offer, refunds: new Map(lines.map(({ line, seconds }) => [line, seconds])) };
  }

  async answer(tx: Tx, { id }: Offer, answer: 'taken' | 'declined', now: Date): Promise<void> {
    await tx.query(`update dispute_offer set answer = $2, answered_at = $3 where id = $1`, [id, answer, now]);
  }
}
