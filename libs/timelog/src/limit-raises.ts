import { Database } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { visibleTo } from './timelog.policy.ts';

/** A client let more of one week be worked. */
export interface RaisedLimit {
  readonly at: Date;
  /** The person who did. */
  readonly name: string;
  readonly fromMinutes: number;
  readonly toMinutes: number;
  readonly week: { readonly start: Date; readonly end: Date; readonly zone: string };
}

/** How the limit of single weeks was raised; both parties read the same. */
@Injectable()
export class LimitRaises {
  constructor(private readonly db: Database) {}

  /** Of the contract, the oldest first; none of what the actor cannot see. */
  async of(actor: Actor, contractId: string): Promise<RaisedLimit[]> {
    const rows = await this.db.reader.query<(Omit<RaisedLimit, 'week'> & RaisedLimit['week'])[]>(
      `select r.raised_at as at, a.name, r.from_seconds::int / 60 as "fromMinutes", r.to_seconds::int / 60 as "toMinutes",
              lower(cw.during) as start, upper(cw.during) as end, cw.zone
         from contract_week w
         join week_limit_raise r on r.contract_week_id = w.id
         join client_week cw on cw.id = w.client_week_id
         join account a on a.id = r.raised_by
        where ($1 or w.assistant_id = $2 or w.client_id = any($3)) and w.contract_id = $4
        order by r.id`,
      [...visibleTo(actor), contractId],
    );
    return rows.map(({ start, end, zone, ...raised }) => ({ ...raised, week: { start, end, zone } }));
  }
}
