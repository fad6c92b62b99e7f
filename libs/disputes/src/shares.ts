import { randomUUIDv7 } from 'node:crypto';

import { PartTooLarge, SetAside, type Worth } from '@app/billing';
import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { DisputedTime } from './disputable-time.ts';
import type { Dispute } from './dispute.entity.ts';
import { RefundParts } from './refund-parts.ts';

/** What of a dispute belongs to one line of the invoice, as money. */
export interface Share {
  readonly id: string;
  readonly lineId: string;
  /** Null: released before it was disputed. */
  readonly earningId: string | null;
  readonly seconds: number;
  readonly amount: Money;
  readonly fee: Money;
}

/** A disputed stretch of one entry: a line of the dispute. */
export interface DisputeLine extends DisputedTime {
  readonly id: string;
}

/** Sets the disputed part aside, and only that: the rest of each line is released on its ordinary date. */
@Injectable()
export class Shares {
  constructor(
    private readonly setAside: SetAside,
    private readonly parts: RefundParts,
  ) {}

  async hold(tx: Tx, dispute: Dispute, time: readonly DisputedTime[], now: Date): Promise<void> {
    for (const { entryId, lineId, seconds } of time) {
      await tx.query(
        `insert into dispute_line (id, dispute_id, entry_id, line_id, seconds) values ($1, $2, $3, $4, $5)`,
        [randomUUIDv7(), dispute.id, entryId, lineId, seconds],
      );
    }
    for (const [lineId, parts] of Map.groupBy(time, (part) => part.lineId)) {
      const seconds = parts.reduce((sum, part) => sum + part.seconds, 0);
      const { earningId, amount, fee } = await this.setAsideOrCount(tx, dispute, { lineId, seconds }, now);
      await tx.query(
        `insert into dispute_share (id, dispute_id, line_id, earning_id, seconds, amount_cents, fee_cents)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [randomUUIDv7(), dispute.id, lineId, earningId, seconds, amount.cents, fee.cents],
      );
    }
  }

  /** What was released before a late claim can be held no more: at the end it is taken back. */
  private async setAsideOrCount(
    tx: Tx,
    { id, origin, ground }: Dispute,
    part: { readonly lineId: string; readonly seconds: number },
    now: Date,
  ): Promise<Worth & { earningId: string | null }> {
    const cause = { kind: 'dispute', id } as const;
    try {
      return await this.setAside.part(tx, { ...part, cause, reasonCode: ground }, now);
    } catch (error) {
      if (origin === 'review' || !(error instanceof PartTooLarge)) throw error;
      const { lineId, seconds } = part;
      return { earningId: null, ...(await this.parts.worth(tx, { lineId, earningId: null }, seconds)) };
    }
  }

  async of(tx: EntityManager, disputeId: string): Promise<Share[]> {
    const rows = await tx.query<(Omit<Share, 'amount' | 'fee'> & { amountCents: number; feeCents: number })[]>(
      `select id, line_id as "lineId", earning_id as "earningId", seconds::int as seconds,
              amount_cents::int as "amountCents", fee_cents::int as "feeCents"
         from dispute_share where dispute_id = $1 order by id`,
      [disputeId],
    );
    return rows.map(({ amountCents, feeCents, ...share }) => ({
      ...share,
      amount: Money.usd(amountCents),
      fee: Money.usd(feeCents),
    }));
  }

  lines(tx: EntityManager, disputeId: string): Promise<DisputeLine[]> {
    return tx.query(
      `select d.id, d.entry_id as "entryId", d.line_id as "lineId", d.seconds::int as seconds
         from dispute_line d join time_entry e on e.id = d.entry_id where d.dispute_id = $1 order by e.during`,
      [disputeId],
    );
  }
}
