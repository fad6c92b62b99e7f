import type { MadeDocument } from '@app/billing';
import { Clock, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ReadStatement } from './read-statement.ts';
import { statementCsv } from './statement-csv.ts';
import { statementPdf } from './statement-pdf.ts';

@Injectable()
export class MakeStatement {
  constructor(
    private readonly read: ReadStatement,
    private readonly clock: Clock,
  ) {}

  /** `month` as `2026-03`. Throws `StatementNotFound`. */
  async run(actor: User, month: string, as: 'pdf' | 'csv'): Promise<MadeDocument> {
    const statement = await this.read.run(actor, month);
    const name = `kontor-statement-${month}.${as}`;
    return as === 'csv'
      ? { name, type: 'text/csv', bytes: statementCsv(statement) }
      : { name, type: 'application/pdf', bytes: await statementPdf(statement, this.clock.now()) };
  }
}
