import { Database } from '@app/database';
import { Injectable } from '@nestjs/common';

import { NothingFound } from '../staff.errors.ts';

export interface ContractPage {
  readonly contract: {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly stateAt: Date;
    readonly rateCents: number;
    readonly weeklyLimitMinutes: number;
    readonly clientFeeBp: number;
    readonly assistantFeeBp: number;
    readonly offeredAt: Date;
    readonly startedAt: Date | null;
    readonly endedAt: Date | null;
    readonly clientId: string;
    readonly clientName: string;
    readonly assistantId: string;
    readonly assistantName: string;
  };
  readonly weeks: readonly {
    readonly id: string;
    readonly start: Date;
    readonly end: Date;
    readonly zone: string;
    readonly state: string;
    readonly review: string | null;
    readonly countedSeconds: number;
    readonly overLimitSeconds: number;
    readonly invoiceId: string | null;
    readonly invoiceNumber: string | null;
  }[];
  readonly history: readonly { from: string; to: string; at: Date }[];
  readonly disputes: readonly { id: string; number: string; state: string; openedAt: Date }[];
}

@Injectable()
export class DescribeContract {
  constructor(private readonly db: Database) {}

  /** Throws `NothingFound`. */
  async run(id: string): Promise<ContractPage> {
    const [contract] = await this.#rows<ContractPage['contract']>(
      `select c.id, c.title, c.state, c.state_at as "stateAt", c.rate_cents::int as "rateCents",
              c.weekly_limit_minutes as "weeklyLimitMinutes", c.client_fee_bp as "clientFeeBp",
              c.assistant_fee_bp as "assistantFeeBp", c.offered_at as "offeredAt", c.started_at as "startedAt",
              c.ended_at as "endedAt", b.id as "clientId", b.name as "clientName", a.id as "assistantId", a.name as "assistantName"
         from contract c join business b on b.id = c.client_id join account a on a.id = c.assistant_id where c.id = $1`,
      id,
    );
    if (!contract) throw new NothingFound('contract');
    return {
      contract,
      weeks: await this.#rows(
        `select w.id, lower(cw.during) as start, upper(cw.during) as end, cw.zone, w.state, w.review_state as review,
                w.counted_seconds::float8 as "countedSeconds", w.over_limit_seconds::float8 as "overLimitSeconds",
                i.id as "invoiceId", i.number as "invoiceNumber"
           from contract_week w join client_week cw on cw.id = w.client_week_id
           left join lateral (select i.id, i.number from invoice_line l join invoice i on i.id = l.invoice_id
                               where l.contract_week_id = w.id and l.kind = 'time' limit 1) i on true
          where w.contract_id = $1 order by lower(cw.during) desc limit 100`,
        id,
      ),
      history: await this.#rows(
        `select from_state as from, to_state as to, at from state_history where machine = 'contract' and row_id = $1 order by id`,
        id,
      ),
      disputes: await this.#rows(
        `select id, number, state, opened_at as "openedAt" from dispute where contract_id = $1 order by opened_at desc`,
        id,
      ),
    };
  }

  #rows<Row>(sql: string, id: string): Promise<Row[]> {
    return this.db.reader.query<Row[]>(sql, [id]);
  }
}
