import type { Worth } from '@app/billing';
import { Database } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { RefundParts } from './refund-parts.ts';

export interface Totals {
  readonly disputed: Worth;
  readonly refunded: Worth;
  readonly paid: Worth;
  /** Before the charge the invoice becomes smaller, after it the card gets it back. */
  readonly captured: boolean;
}

interface ShareRow {
  readonly lineId: string;
  readonly earningId: string | null;
  readonly lines: { id: string; seconds: number }[];
  readonly captured: boolean;
}

/** The money of a decision or an offer, exactly as it would be if it came to it now. */
@Injectable()
export class RefundTotals {
  constructor(
    private readonly db: Database,
    private readonly parts: RefundParts,
  ) {}

  /** `refunds`: seconds by line of the dispute. */
  async of(
    disputeId: string,
    refunds: ReadonlyMap<string, number>,
    from: EntityManager = this.db.reader,
  ): Promise<Totals> {
    const shares = await from.query<ShareRow[]>(SHARES, [disputeId]);
    const [disputed, refunded]: [Worth[], Worth[]] = [[], []];
    for (const share of shares) {
      const all = share.lines.reduce((sum, { seconds }) => sum + seconds, 0);
      const back = share.lines.reduce((sum, { id }) => sum + (refunds.get(id) ?? 0), 0);
      disputed.push(await this.parts.worth(from, share, all));
      refunded.push(await this.parts.worth(from, share, back));
    }
    const [whole, less] = [total(disputed), total(refunded)];
    return {
      disputed: whole,
      refunded: less,
      paid: { amount: whole.amount.minus(less.amount), fee: whole.fee.minus(less.fee) },
      captured: shares.some(({ captured }) => captured),
    };
  }
}

function total(parts: readonly Worth[]): Worth {
  return { amount: Money.sum(parts.map(({ amount }) => amount)), fee: Money.sum(parts.map(({ fee }) => fee)) };
}

const SHARES = `
  select s.line_id as "lineId", s.earning_id as "earningId", i.state in ('paid', 'charging') as captured,
         (select json_agg(json_build_object('id', d.id, 'seconds', d.seconds))
            from dispute_line d where d.dispute_id = s.dispute_id and d.line_id = s.line_id) as lines
    from dispute_share s join invoice_line l on l.id = s.line_id join invoice i on i.id = l.invoice_id
   where s.dispute_id = $1 order by s.id`;
