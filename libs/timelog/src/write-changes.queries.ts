import type { Tx } from '@app/database';

import type { SheetWeek } from './sheet-week.ts';
import type { EntryChange, TimeEntry } from './time-entry.ts';

const COLUMNS = `id uuid, "chainId" uuid, "contractWeekId" uuid, "contractId" uuid, "assistantId" uuid,
  start timestamptz, "end" timestamptz, note text, source text, bucket text, "importId" uuid`;

/** Moves the counters of weeks that are still open; how many were. */
export async function moveCounters(tx: Tx, weeks: readonly SheetWeek[]): Promise<number> {
  const moves = weeks.map((week) => ({ id: week.id, ...week.move }));
  const [open] = await tx.query<[{ count: number }]>(
    `with moved as (
       update contract_week w
          set counted_seconds = w.counted_seconds + m.counted, over_limit_seconds = w.over_limit_seconds + m.over
         from jsonb_to_recordset($1) as m(id uuid, counted bigint, over bigint)
        where w.id = m.id and w.state = 'open' returning w.id
     )
     select count(*)::int as count from moved`,
    [JSON.stringify(moves)],
  );
  return open.count;
}

export async function deleteEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(`delete from time_entry where id = any($1)`, [ids]);
}

export async function updateEntries(tx: Tx, entries: readonly TimeEntry[]): Promise<void> {
  await tx.query(
    `update time_entry e
        set during = tstzrange(r.start, r."end"), note = r.note, bucket = r.bucket, contract_week_id = r."contractWeekId"
       from jsonb_to_recordset($1) as r(${COLUMNS})
      where e.id = r.id`,
    [JSON.stringify(entries)],
  );
}

/** New entries, and the history of every change, in one statement. */
export async function insertEntries(
  tx: Tx,
  entries: readonly TimeEntry[],
  changes: readonly EntryChange[],
  by: string | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `with logged as (
       insert into time_entry (id, chain_id, contract_week_id, contract_id, assistant_id, during, note, source, bucket,
                               import_id, created_at)
       select r.id, r."chainId", r."contractWeekId", r."contractId", r."assistantId", tstzrange(r.start, r."end"),
              r.note, r.source, r.bucket, r."importId", $4
         from jsonb_to_recordset($1) as r(${COLUMNS})
     )
     insert into time_entry_version (entry_id, contract_week_id, change, actor_id, at, before, after, reason)
     select v.entry, v.week, v.change, $3, $4, v.before, v.after, v.reason
       from jsonb_to_recordset($2)
            as v(entry uuid, week uuid, change text, before jsonb, after jsonb, reason text)`,
    [JSON.stringify(entries), JSON.stringify(changes.map(versionOf)), by, at],
  );
}

/** What both parties may read of a version: nothing of it says what else the assistant does. */
function versionOf({ change, before, after, reason }: EntryChange) {
  const now = after ?? before;
  return {
    entry: now?.id,
    week: now?.contractWeekId,
    change,
    before: before && readable(before),
    after: after && readable(after),
    reason,
  };
}

function readable({ start, end, note, source, bucket }: TimeEntry) {
  return { start, end, note, source, bucket };
}
