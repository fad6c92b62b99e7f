import { type Worth, worthOf } from '@app/billing';
import { Database } from '@app/database';
import { Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type CarriedBy = 'assistant' | 'platform';

interface Row {
  /** Up to where the money has not gone back; of an invoice that is paid no more, nothing is left. */
  readonly upTo: number;
  readonly from: number;
  readonly rateCents: number;
  readonly feeBp: number;
}

const NOTHING: Worth = { amount: Money.usd(0), fee: Money.usd(0) };

/** What a part of what is disputed is worth, exactly as it would go back now. */
@Injectable()
export class RefundParts {
  constructor(private readonly db: Database) {}

  async worth(
    from: EntityManager = this.db.reader,
    { lineId, earningId }: { readonly lineId: string; readonly earningId: string | null },
    seconds: number,
  ): Promise<Worth> {
    const [row] = await from.query<Row[]>(earningId === null ? OF_LINE : OF_EARNING, [earningId ?? lineId]);
    if (!row || row.upTo <= row.from || seconds === 0) return NOTHING;
    const priced = { rate: Money.usd(row.rateCents), feeBp: row.feeBp };
    return worthOf(priced, Math.max(row.from, row.upTo - seconds), row.upTo);
  }
}

/** $1 earning: its own stretch of its line. */
const OF_EARNING = `
  select e.part_from::int as "from",
         case when e.state in ('cancelled', 'unpaid', 'reversed') or i.state in ('void', 'uncollectible') then e.part_from
              else least(e.part_to, coalesce((select min(g.part_from) from give_back g
                                               where g.earning_id = e.id and g.state <> 'dropped'), e.part_to)) end::int as "upTo",
         l.rate_cents::int as "rateCents", l.fee_bp as "feeBp"
    from earning e join invoice_line l on l.id = e.line_id join invoice i on i.id = e.invoice_id where e.id = $1`;

/** $1 line: all of it, less what went back. */
const OF_LINE = `
  select 0 as "from",
         case when i.state in ('void', 'uncollectible') then 0
              else l.seconds - coalesce((select sum(g.part_to - g.part_from) from give_back g
                                          where g.line_id = l.id and g.state <> 'dropped'), 0) end::int as "upTo",
         l.rate_cents::int as "rateCents", l.fee_bp as "feeBp"
    from invoice_line l join invoice i on i.id = l.invoice_id where l.id = $1`;
