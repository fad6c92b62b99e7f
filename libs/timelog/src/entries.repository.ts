import { Database } from '@app/database';
import type { Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { DescribedEntry } from './described-entry.ts';
import { ENTRY } from './entries.queries.ts';
import { EntryNotFound } from './timelog.errors.ts';
import { visibleTo } from './timelog.policy.ts';

const MOST_ENTRIES = 5_000;

const DESCRIBED = `
  select ${ENTRY}, c.title, json_build_object('id', b.id, 'name', b.name) as client,
         json_build_object('id', a.id, 'name', a.name) as assistant, w.state as "weekState", cw.freezes_at as "freezesAt",
         w.limit_seconds::int as "limitSeconds", w.counted_seconds::int as "countedSeconds"
    from time_entry e
    join contract_week w on w.id = e.contract_week_id
    join client_week cw on cw.id = w.client_week_id
    join contract c on c.id = e.contract_id
    join business b on b.id = c.client_id
    join account a on a.id = e.assistant_id
   where ($1 or w.assistant_id = $2 or w.client_id = any($3))`;

/** Reads entries: assistants their own, clients those of their own contracts. */
@Injectable()
export class Entries {
  constructor(private readonly db: Database) {}

  /** What touches `[from, to)`, in order of time. */
  list(actor: Actor, { from, to }: { from: Date; to: Date }): Promise<DescribedEntry[]> {
    return this.db.reader.query(`${DESCRIBED} and e.during && tstzrange($4, $5) order by lower(e.during) limit $6`, [
      ...visibleTo(actor),
      from,
      to,
      MOST_ENTRIES,
    ]);
  }

  /** Throws `EntryNotFound` also for what the actor cannot see. Pass the `tx` to see what it sees. */
  async find(actor: Actor, id: string, from: EntityManager = this.db.reader): Promise<DescribedEntry> {
    const [entry] = await from.query<DescribedEntry[]>(`${DESCRIBED} and e.id = $4`, [...visibleTo(actor), id]);
    if (!entry) throw new EntryNotFound(id);
    return entry;
  }

  /** What one command logged, as far as it is still there. */
  ofChain(actor: Actor, chainId: string): Promise<DescribedEntry[]> {
    return this.db.reader.query(`${DESCRIBED} and e.chain_id = $4 order by lower(e.during)`, [
      ...visibleTo(actor),
      chainId,
    ]);
  }

  byId(actor: Actor, ids: readonly string[]): Promise<DescribedEntry[]> {
    return this.db.reader.query(`${DESCRIBED} and e.id = any($4) order by lower(e.during)`, [...visibleTo(actor), ids]);
  }

  ofWeek(actor: Actor, contractWeekId: string): Promise<DescribedEntry[]> {
    return this.db.reader.query(`${DESCRIBED} and e.contract_week_id = $4 order by lower(e.during)`, [
      ...visibleTo(actor),
      contractWeekId,
    ]);
  }
}
