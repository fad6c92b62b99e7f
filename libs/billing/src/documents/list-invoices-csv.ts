import { Database } from '@app/database';
import { writeCsv } from '@app/files';
import { type Actor, actsFor, mondayOf, Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { BusinessNotFound } from '../billing.errors.ts';
import type { MadeDocument } from './make-invoice-pdf.ts';

const HEAD = [
  ...['invoice', 'issued_at', 'week', 'assistant', 'work', 'kind', 'minutes', 'rate_usd', 'amount_usd', 'fee_usd'],
  ...['total_usd', 'state', 'paid_at'],
];

@Injectable()
export class ListInvoicesCsv {
  constructor(private readonly db: Database) {}

  /** Every line of every invoice of the business, the oldest first: what a bookkeeper asks for. Throws `BusinessNotFound`. */
  async run(actor: Actor, businessId: string): Promise<MadeDocument> {
    if (!actsFor(actor, businessId)) throw new BusinessNotFound(businessId);
    const rows = await this.db.reader.query<Row[]>(LINES, [businessId]);
    const cells = rows.map((row) => [
      row.number,
      row.issuedAt.toISOString(),
      row.weekStart ? mondayOf({ start: row.weekStart, end: row.weekStart, zone: row.zone }) : '',
      ...[row.assistant, row.title, row.kind, row.minutes, row.rateCents === null ? null : dollars(row.rateCents)],
      ...[dollars(row.amountCents), dollars(row.feeCents), dollars(row.amountCents + row.feeCents)],
      row.state,
      row.paidAt?.toISOString() ?? '',
    ]);
    return { name: 'invoices.csv', type: 'text/csv', bytes: writeCsv(HEAD, cells) };
  }
}

interface Row {
  readonly number: string;
  readonly issuedAt: Date;
  readonly weekStart: Date | null;
  readonly zone: string;
  readonly assistant: string;
  readonly title: string;
  readonly kind: string;
  readonly minutes: number | null;
  readonly rateCents: number | null;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly state: string;
  readonly paidAt: Date | null;
}

/** Plain, for a spreadsheet: `1234.50`. */
function dollars(cents: number): string {
  return Money.usd(cents).toString().replace(/[$,]/g, '');
}

/** $1 business. */
const LINES = `
  select i.number, i.issued_at as "issuedAt", lower(w.during) as "weekStart", b.zone, coalesce(r.name, a.name) as assistant, c.title, l.kind,
         l.minutes::int as minutes, l.rate_cents::int as "rateCents", l.amount_cents::int as "amountCents",
         l.fee_cents::int as "feeCents", i.state, i.paid_at as "paidAt"
    from invoice i
    join business b on b.id = i.client_id
    join invoice_line l on l.invoice_id = i.id
    join contract c on c.id = l.contract_id
    join account a on a.id = l.assistant_id
    left join retained_name r on r.account_id = a.id
    left join contract_week cw on cw.id = l.contract_week_id
    left join client_week w on w.id = cw.client_week_id
   where i.client_id = $1
   order by i.issued_at, i.number, w.during nulls last, a.name, l.id`;
