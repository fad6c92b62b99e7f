import type { Tx } from '@app/database';
import { Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { givenUp, givenUpAfterAll, type GivenUpPart } from './billing.journals.ts';
import type { Invoice } from './invoice.entity.ts';

/** What it means in money to give an invoice up, and to be paid for it after all. */
@Injectable()
export class UnpaidInvoices {
  constructor(private readonly ledger: Ledger) {}

  /** J17. What was earned is lost by the assistant, or by the platform: then it is paid to the assistant all the same. */
  async giveUp(tx: Tx, invoice: Invoice, now: Date): Promise<void> {
    await this.ledger.post(tx, givenUp(invoice, await this.parts(tx, invoice), now));
    if (invoice.unpaidOutcome === 'assistant_unpaid') {
      await tx.query(`update earning set state = 'unpaid', state_at = $2 where invoice_id = $1 and state = 'held'`, [
        invoice.id,
        now,
      ]);
    } else {
      await tx.query(GUARANTEED, [invoice.id, now]);
    }
  }

  /** The opposite of J17: the client owes again, for an instant, what is now paid. */
  async takeBack(tx: Tx, invoice: Invoice, now: Date): Promise<void> {
    const rows = await tx.query<PostingRow[]>(
      `select p.account, p.amount_cents as cents, p.assistant_id as "assistantId", p.line_id as "lineId", p.earning_id as "earningId"
         from posting p join journal j on j.id = p.journal_id where j.reference = $1`,
      [`inv:${invoice.id}:unc`],
    );
    await this.ledger.post(tx, givenUpAfterAll(invoice, rows.map(toPart), now));
    await tx.query(`update earning set state = 'held', state_at = $2 where invoice_id = $1 and state = 'unpaid'`, [
      invoice.id,
      now,
    ]);
  }

  /** Each earning that is still held, and the fee that each line still brings. */
  private async parts(tx: Tx, invoice: Invoice): Promise<GivenUpPart[]> {
    const account = invoice.unpaidOutcome === 'assistant_unpaid' ? 'earnings_held' : 'platform_losses';
    const rows = await tx.query<PostingRow[]>(
      `select $2::text as account, amount_cents as cents, assistant_id as "assistantId", line_id as "lineId", id as "earningId"
         from earning where invoice_id = $1 and state = 'held'
       union all
       select 'service_fee', -sum(amount_cents), null, line_id, null
         from posting where account = 'service_fee' and invoice_id = $1 group by line_id having sum(amount_cents) <> 0`,
      [invoice.id, account],
    );
    return rows.map(toPart);
  }
}

interface PostingRow extends Omit<GivenUpPart, 'amount'> {
  readonly cents: string;
}

function toPart({ account, cents, assistantId, lineId, earningId }: PostingRow): GivenUpPart {
  return { account, amount: Money.usd(Number(cents)), assistantId, lineId, earningId };
}

/** $1 invoice, $2 the instant from which its work counts as paid. */
const GUARANTEED = `
  update earning e set paid_at = $2,
         releases_at = case when e.review_ended_at is not null
                            then greatest($2, e.review_ended_at) + make_interval(days => i.hold_days) end
    from invoice i where i.id = e.invoice_id and e.invoice_id = $1 and e.state = 'held' and e.paid_at is null`;
