import type { Tx } from '@app/database';

import type { ExportRow } from './read-export.ts';

interface RecordedImport {
  readonly id: string;
  readonly assistantId: string;
  readonly contractId: string;
  readonly fileName: string;
  readonly rows: number;
  readonly zone: string;
  readonly importedAt: Date;
}

export async function recordImport(tx: Tx, made: RecordedImport): Promise<void> {
  await tx.query(
    `insert into time_import (id, assistant_id, contract_id, file_name, rows, zone, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [made.id, made.assistantId, made.contractId, made.fileName, made.rows, made.zone, made.importedAt],
  );
}

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
