import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { weeksInvoiced } from './billing.events.ts';
import { invoicesIssued } from './billing.journals.ts';
import { EARNINGS_PAID } from './earning.queries.ts';
import { tooSmallToCharge } from './giving-back/giving-back.journals.ts';
import { Invoice } from './invoice.entity.ts';
import { ISSUE_INVOICES, LINES_ISSUED, TOO_SMALL } from './invoice-weeks.queries.ts';

/** Stripe refuses to charge less. A smaller week stays frozen, and joins the client's next invoice. */
const SMALLEST_CHARGE_CENTS = 50;
const CAPTURED_WEEKS_FOR_TRUST = 4;
const DAYS_SINCE_FIRST_CAPTURE_FOR_TRUST = 28;
/** So long a smaller one waits for the next. */
const WAITS_AT_MOST_DAYS = 28;
const HOUR_MS = 3_600_000;

/** Every frozen week becomes a line of its client's one invoice, in as many statements for one contract as for a million. */
@Injectable()
export class InvoiceWeeks implements Sweep {
  readonly name = 'billing.invoice-weeks';

  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
    private readonly events: Events,
  ) {}

  /** How many invoices were issued. */
  run(now: Date): Promise<number> {
    return this.db.transaction(async (tx) => {
      // One run at a time: of two, the second would bill what the first has billed and not committed yet.
      // No nested loops: of what this transaction writes PostgreSQL has no statistics yet, and it would join the lines of
      // 10,000 weeks one by one (measured: 15 x slower, and quadratic).
      await tx.query(
        `select pg_advisory_xact_lock(hashtext('billing.invoice-weeks')), set_config('enable_nestloop', 'off', true)`,
      );
      const [policy] = await tx.query<[{ hold_days: number; shortest_review_hours: number }]>(
        `select hold_days, shortest_review_hours from cycle_policy where effective_from <= $1
          order by effective_from desc limit 1`,
        [now],
      );
      const [{ invoices }] = await tx.query<[{ invoices: number }]>(ISSUE_INVOICES, [
        now,
        policy.hold_days,
        new Date(now.getTime() + policy.shortest_review_hours * HOUR_MS),
        SMALLEST_CHARGE_CENTS,
        CAPTURED_WEEKS_FOR_TRUST,
        new Date(now.getTime() - DAYS_SINCE_FIRST_CAPTURE_FOR_TRUST * 24 * HOUR_MS),
        new Date(now.getTime() - WAITS_AT_MOST_DAYS * 24 * HOUR_MS),
      ]);
      if (invoices === 0) return 0;
      await this.ledger.postMany(tx, invoicesIssued, { sql: LINES_ISSUED, parameters: [now] }, now);
      await this.payWhatIsTooSmall(tx, now);
      await this.events.tell(tx, weeksInvoiced(now, invoices));
      return invoices;
    });
  }

  /** Freezing is what makes an invoice due, and it tells; a bonus is due when its week would have frozen. */
  async nextDueAt(): Promise<Date | null> {
    const [{ at }] = await this.db.reader.query<[{ at: Date | null }]>(
      `select min(w.freezes_at) as at from bonus b join client_week w on w.id = b.client_week_id
        where b.line_id is null and not exists (select from invoice i where i.client_week_id = w.id)`,
    );
    return at;
  }

  /** What is issued and can never be charged: the platform pays its assistants. */
  private async payWhatIsTooSmall(tx: Tx, now: Date): Promise<void> {
    for (const { id } of await tx.query<{ id: string }[]>(TOO_SMALL, [now, SMALLEST_CHARGE_CENTS])) {
      const invoice = await tx.findOneByOrFail(Invoice, { id });
      await this.ledger.post(tx, tooSmallToCharge(invoice, invoice.owed, now));
      invoice.voidAsTooSmall(now);
      await tx.save(invoice);
      await tx.query(EARNINGS_PAID, [id, now]);
    }
  }
}
