import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import type { Ground, Outcome } from './dispute.entity.ts';

export interface Statistics {
  readonly opened: number;
  readonly running: number;
  readonly ended: number;
  /** From opening to the end. */
  readonly medianHours: number | null;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly appeals: { readonly made: number; readonly overturned: number };
  readonly grounds: readonly { readonly ground: Ground; readonly opened: number }[];
}

/** How many there were, how long they took and how they ended. Names nobody. */
@Injectable()
export class DisputeStatistics {
  constructor(private readonly db: Database) {}

  async read(): Promise<Statistics> {
    const [row] = await this.db.reader.query<[Statistics]>(STATISTICS);
    return row;
  }
}

/** Overturned: the appeal sent other time back than the first decision. */
const STATISTICS = `
  with sent_back as (
    select d.dispute_id, d.round, jsonb_object_agg(l.dispute_line_id, l.refund_seconds) as refunds
      from dispute_decision d join dispute_decision_line l on l.decision_id = d.id
     where d.decided_at is not null group by d.id
  )
  select count(*)::int as opened, count(*) filter (where closed_at is null)::int as running,
         count(closed_at)::int as ended,
         (percentile_cont(0.5) within group (order by extract(epoch from closed_at - opened_at) / 3600))::float8 as "medianHours",
         json_build_object(
           'accepted', count(*) filter (where outcome = 'accepted'), 'settled', count(*) filter (where outcome = 'settled'),
           'withdrawn', count(*) filter (where outcome = 'withdrawn'), 'paid', count(*) filter (where outcome = 'paid'),
           'refunded', count(*) filter (where outcome = 'refunded'), 'split', count(*) filter (where outcome = 'split')) as outcomes,
         json_build_object(
           'made', (select count(*) from dispute_statement where kind = 'appeal'),
           'overturned', (select count(*) from sent_back a join sent_back b using (dispute_id)
                           where a.round = 1 and b.round = 2 and a.refunds <> b.refunds)) as appeals,
         (select coalesce(json_agg(json_build_object('ground', ground, 'opened', n) order by ground), '[]')
            from (select ground, count(*) as n from dispute group by ground) as by_ground) as grounds
    from dispute`;
