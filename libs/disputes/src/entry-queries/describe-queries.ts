import { Database } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { isAssistant, speaksForClient } from '../dispute.policy.ts';
import type { EntryQuery } from './entry-query.entity.ts';

interface Party {
  readonly id: string;
  readonly name: string;
}

/** A query as both sides read it. */
export interface DescribedQuery {
  readonly query: EntryQuery;
  readonly contractId: string;
  readonly title: string;
  readonly client: Party;
  readonly assistant: Party;
  readonly askedBy: Party;
  readonly reviewEndsAt: Date;
}

type Row = Omit<DescribedQuery, 'query'> & { readonly id: string };

@Injectable()
export class DescribeQueries {
  constructor(private readonly db: Database) {}

  /** In the order given. */
  async run(queries: readonly EntryQuery[]): Promise<DescribedQuery[]> {
    const rows = await this.db.reader.query<Row[]>(QUERIES, [queries.map(({ id }) => id)]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return queries.flatMap((query) => {
      const row = byId.get(query.id);
      return row ? [{ ...row, query }] : [];
    });
  }
}

export interface QueryCan {
  readonly answer: boolean;
  readonly correct: boolean;
  readonly agree: boolean;
  readonly decline: boolean;
}

export function queryCan(actor: Actor, query: EntryQuery): QueryCan {
  const asked = query.state === 'asked' && isAssistant(actor, query);
  const corrected = query.state === 'corrected' && speaksForClient(actor, query);
  return { answer: asked, correct: asked, agree: corrected, decline: corrected };
}

const QUERIES = `
  select q.id, w.contract_id as "contractId", c.title, json_build_object('id', b.id, 'name', b.name) as client,
         json_build_object('id', a.id, 'name', a.name) as assistant,
         json_build_object('id', asker.id, 'name', asker.name) as "askedBy", i.review_ends_at as "reviewEndsAt"
    from entry_query q
    join contract_week w on w.id = q.contract_week_id
    join contract c on c.id = w.contract_id
    join business b on b.id = q.client_id
    join account a on a.id = q.assistant_id
    join account asker on asker.id = q.asked_by
    join invoice_line l on l.id = q.line_id
    join invoice i on i.id = l.invoice_id
   where q.id = any($1)`;
