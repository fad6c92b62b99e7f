import { Database, type Tx } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { CsvFault } from './csv-table.ts';
import type { TimeImportState } from './import.state.ts';
import type { ExportRow, ReadExport } from './read-export.ts';

const MOST_SHOWN = 20;

/** Why nothing of a file was logged. */
export interface ImportRefusal {
  /** Of the refusal by name; `csv_malformed` has faults. */
  readonly code: string;
  readonly faults: readonly CsvFault[];
  /** How many faults there are beside those. */
  readonly more: number;
}

/** A file that was handed over to be logged, and how far that has come. */
export interface HandedOver {
  readonly id: string;
  readonly contractId: string;
  readonly title: string;
  readonly clientName: string;
  readonly fileName: string;
  readonly rows: number;
  readonly rowsDone: number;
  readonly state: TimeImportState;
  readonly stateAt: Date;
  readonly askedAt: Date;
  readonly refusal: ImportRefusal | null;
}

/** What is to be logged, as it was read of the file. */
export type ImportContent = Pick<ReadExport, 'rows' | 'columns'>;

interface NewImport {
  readonly id: string;
  readonly assistantId: string;
  readonly contractId: string;
  readonly fileName: string;
  readonly zone: string;
  readonly content: ImportContent;
  readonly askedAt: Date;
}

/** An import in the hands of a worker. */
export interface BegunImport extends ImportContent {
  readonly id: string;
  /** Whose time it is, as they stand today. */
  readonly actor: User;
  readonly contractId: string;
  /** How often it was begun, this time included. */
  readonly tries: number;
}

interface BegunRow {
  readonly assistantId: string;
  readonly contractId: string;
  readonly tries: number;
  readonly suspended: boolean;
  readonly content: { rows: (Omit<ExportRow, 'start' | 'end'> & { start: string; end: string })[] } & ImportContent;
}

/** The files of assistants, from being handed over to being logged or refused. */
@Injectable()
export class TimeImports {
  constructor(private readonly db: Database) {}

  /** Their own, the latest first, at most 20. */
  list(actor: User): Promise<HandedOver[]> {
    return this.db.reader.query(
      `select i.id, i.contract_id as "contractId", c.title, b.name as "clientName", i.file_name as "fileName", i.rows,
              i.rows_done as "rowsDone", i.state, i.state_at as "stateAt", i.asked_at as "askedAt", i.refusal
         from time_import i
         join contract c on c.id = i.contract_id
         join business b on b.id = c.client_id
        where i.assistant_id = $1
        order by i.asked_at desc, i.id desc limit ${MOST_SHOWN}`,
      [actor.userId],
    );
  }

  async add(tx: Tx, made: NewImport): Promise<void> {
    await tx.query(
      `insert into time_import (id, assistant_id, contract_id, file_name, rows, zone, content, asked_at, state, state_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $8)`,
      [
        ...[made.id, made.assistantId, made.contractId, made.fileName, made.content.rows.length, made.zone],
        ...[JSON.stringify(made.content), made.askedAt],
      ],
    );
  }

  /** From the first row, also where another worker had begun. Null: it is settled. */
  async begin(tx: Tx, id: string, now: Date): Promise<BegunImport | null> {
    const [[begun]] = await tx.query<[BegunRow[], number]>(
      `update time_import i
          set state = 'logging', state_at = case i.state when 'waiting' then $2 else i.state_at end,
              tries = i.tries + 1, rows_done = 0
        where i.id = $1 and i.state in ('waiting', 'logging')
       returning i.assistant_id as "assistantId", i.contract_id as "contractId", i.tries, i.content,
                 exists (select from person_standing p
                          where p.account_id = i.assistant_id and p.assisting_suspended_at is not null) as suspended`,
      [id, now],
    );
    if (!begun) return null;
    const { contractId, tries, content } = begun;
    const rows = content.rows.map((row) => ({ ...row, start: new Date(row.start), end: new Date(row.end) }));
    return { id, actor: assistantOf(begun), contractId, tries, columns: content.columns, rows };
  }

  async isOpen(tx: Tx, id: string): Promise<boolean> {
    const found = await tx.query<unknown[]>(`select from time_import where id = $1 and state = 'logging'`, [id]);
    return found.length > 0;
  }

  async advance(tx: Tx, id: string, rowsDone: number): Promise<void> {
    await tx.query(`update time_import set rows_done = $2 where id = $1 and state = 'logging'`, [id, rowsDone]);
  }

  async logged(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(
      `update time_import set state = 'logged', state_at = $2, rows_done = rows, content = null where id = $1`,
      [id, now],
    );
  }

  /** False: it was settled meanwhile. */
  async refused(tx: Tx, id: string, refusal: ImportRefusal, now: Date): Promise<boolean> {
    const [refused] = await tx.query<[unknown[], number]>(
      `update time_import set state = 'refused', state_at = $3, rows_done = 0, content = null, refusal = $2
        where id = $1 and state = 'logging' returning id`,
      [id, JSON.stringify(refusal), now],
    );
    return refused.length > 0;
  }
}

/** They are not at a screen: nothing else is asked of them than whether they may log time. */
function assistantOf({ assistantId, suspended }: BegunRow): User {
  const actor: User = { kind: 'user', userId: assistantId, businesses: [], emailVerified: false, steppedUpAt: null };
  return suspended ? { ...actor, suspendedFrom: ['assisting'] } : actor;
}
