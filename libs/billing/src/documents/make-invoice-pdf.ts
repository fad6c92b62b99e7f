import { Database } from '@app/database';
import { type Actor, Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DescribeInvoices } from '../describe-invoices.ts';
import {
  DOCUMENT_CORRECTIONS,
  DOCUMENT_LINES,
  DOCUMENT_PAYMENT,
  type DocumentCorrection,
  type DocumentLine,
  type DocumentPayment,
} from './invoice-document.queries.ts';
import { writeInvoice } from './write-invoice.ts';

export interface MadeDocument {
  readonly name: string;
  readonly type: 'application/pdf' | 'text/csv';
  readonly bytes: Buffer;
}

@Injectable()
export class MakeInvoicePdf {
  constructor(
    private readonly db: Database,
    private readonly invoices: DescribeInvoices,
    private readonly clock: Clock,
  ) {}

  /** The invoice as it is today, with how it was paid and what went back. Throws `InvoiceNotFound`. */
  async run(actor: Actor, id: string): Promise<MadeDocument> {
    const { invoice } = await this.invoices.find(actor, id);
    const [lines, payments, corrections] = await Promise.all([
      this.db.reader.query<DocumentLine[]>(DOCUMENT_LINES, [id]),
      this.db.reader.query<[DocumentPayment]>(DOCUMENT_PAYMENT, [id]),
      this.db.reader.query<DocumentCorrection[]>(DOCUMENT_CORRECTIONS, [id]),
    ]);
    const bytes = await writeInvoice({ invoice, lines, payment: payments[0], corrections }, this.clock.now());
    return { name: `invoice-${invoice.number}.pdf`, type: 'application/pdf', bytes };
  }
}
