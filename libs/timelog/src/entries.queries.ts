import type { TimeRange, Tx } from '@app/database';
import type { EntityManager } from 'typeorm';

import type { Obstacle } from './overlap.ts';
import type { TimeEntry } from './time-entry.ts';
import { isOpen } from './timelog.policy.ts';
import type { WeekState } from './week.state.ts';

/** A row of `time_entry e` as a `TimeEntry`. */
export const ENTRY = `
  e.id, e.chain_id as "chainId", e.contract_week_id as "contractWeekId", e.contract_id as "contractId",
  e.assistant_id as "assistantId", lower(e.during) as start, upper(e.during) as end, e.note, e.source, e.bucket,
  e.import_id as "importId"`;

/** What lies in the way of this time; `except` is the entry that is being moved. */
export async function findObstacles(
  from: EntityManager,
  assistantId: string,
  { start, end }: TimeRange,
  now: Date,
  except: string | null = null,
): Promise<Obstacle[]> {
  const parameters = [assistantId, start, end, except];
  // Nearly always nothing does, and that is a tenth of the work to find out.
  const [any] = await from.query<unknown[]>(
    `select from time_entry e
      where e.assistant_id = $1 and e.during && tstzrange($2, $3) and e.id is distinct from $4 limit 1`,
    parameters,
  );
  if (!any) return [];
  const rows = await from.query<(Obstacle & { state: WeekState; freezesAt: Date })[]>(
    `select ${ENTRY}, c.title as "contractTitle", b.name as "clientName", w.state, cw.freezes_at as "freezesAt"
       from time_entry e
       join contract c on c.id = e.contract_id
       join business b on b.id = c.client_id
       join contract_week w on w.id = e.contract_week_id
       join client_week cw on cw.id = w.client_week_id
      where e.assistant_id = $1 and e.during && tstzrange($2, $3) and e.id is distinct from $4
      order by lower(e.during)`,
    parameters,
  );
  return rows.map(({ state, freezesAt, ...obstacle }) => ({
    ...obstacle,
    changeable: isOpen({ state, freezesAt }, now),
  }));
}

/** The week's closed time over the limit. */
export function findOverLimit(tx: Tx, contractWeekId: string): Promise<TimeEntry[]> {
  return tx.query(
    `select ${ENTRY} from time_entry e
      where e.contract_week_id = $1 and e.bucket = 'over_limit' and not upper_inf(e.during) order by lower(e.during)`,
    [contractWeekId],
  );
}
