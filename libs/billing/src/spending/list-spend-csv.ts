import { writeCsv } from '@app/files';
import { type Actor, Money } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import type { MadeDocument } from '../documents/make-invoice-pdf.ts';
import { DescribeSpend } from './describe-spend.ts';

const HEAD = ['month', 'assistant', 'minutes', 'work_usd', 'fee_usd', 'given_back_usd', 'spent_usd'];

@Injectable()
export class ListSpendCsv {
  constructor(private readonly spend: DescribeSpend) {}

  /** What the chart shows, a line a month and assistant. Throws `BusinessNotFound`. */
  async run(actor: Actor, businessId: string, months: number): Promise<MadeDocument> {
    const { rows } = await this.spend.run(actor, businessId, months);
    const cells = rows.map(({ month, assistantName, minutes, workCents, feeCents, givenBackCents, spentCents }) => [
      ...[month, assistantName, minutes],
      ...[workCents, feeCents, givenBackCents, spentCents].map(dollars),
    ]);
    return { name: 'spend.csv', type: 'text/csv', bytes: writeCsv(HEAD, cells) };
  }
}

/** For a spreadsheet: `1234.50`. */
function dollars(cents: number): { number: string } {
  return { number: Money.usd(cents).toString().replace(/[$,]/g, '') };
}
