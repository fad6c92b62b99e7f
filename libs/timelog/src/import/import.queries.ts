import type { Tx } from '@app/database';

import type { ExportRow } from './read-export.ts';

interface Taken {
  readonly line: number;
  readonly clientName: string;
  readonly start: Date;
  readonly end: Date | null;
}

/** The rows whose time is logged already, each with the first entry in its way. */
export function findTaken(tx: Tx, assistantId: string, rows: readonly ExportRow[]): Promise<Taken[]> {
  return tx.query(
    `select distinct on (r.line) r.line, b.name as "clientName", lower(e.during) as start, upper(e.during) as end
       from jsonb_to_recordset($2) as r(line int, start timestamptz, "end" timestamptz)
       join time_entry e on e.assistant_id = $1 and e.during && tstzrange(r.start, r."end")
       join contract c on c.id = e.contract_id
       join business b on b.id = c.client_id
      order by r.line, lower(e.during)`,
    [assistantId, JSON.stringify(rows)],
  );
}
