import { Database } from '@app/database';
import type { User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

const MOST_SHOWN = 20;

/** A file that was imported: all of its rows. */
export interface PastImport {
  readonly id: string;
  readonly contractId: string;
  readonly title: string;
  readonly clientName: string;
  readonly fileName: string;
  readonly rows: number;
  readonly importedAt: Date;
}

/** What an assistant has imported: how somebody who left meanwhile learns what became of it. */
@Injectable()
export class TimeImports {
  constructor(private readonly db: Database) {}

  /** Their own, the latest first, at most 20. */
  list(actor: User): Promise<PastImport[]> {
    return this.db.reader.query(
      `select i.id, i.contract_id as "contractId", c.title, b.name as "clientName", i.file_name as "fileName", i.rows,
              i.imported_at as "importedAt"
         from time_import i
         join contract c on c.id = i.contract_id
         join business b on b.id = c.client_id
        where i.assistant_id = $1
        order by i.imported_at desc, i.id desc limit ${MOST_SHOWN}`,
      [actor.userId],
    );
  }
}
