import { Database } from '@app/database';
import { Events } from '@app/delivery';
import type { Sweep } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { weeksInvoiced } from './billing.events.ts';
import { invoicesIssued } from './billing.journals.ts';
import { ISSUE_INVOICES, LINES_ISSUED } from './invoice-weeks.queries.ts';

/** Stripe refuses to charge less. A smaller week stays frozen, and joins the client's next invoice. */
const SMALLEST_CHARGE_CENTS = 50;
const CAPTURED_WEEKS_FOR_TRUST = 4;
const DAYS_SINCE_FIRST_CAPTURE_FOR_TRUST = 28;
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
      ]);
      if (invoices === 0) return 0;
      await this.ledger.postMany(tx, invoicesIssued, { sql: LINES_ISSUED, parameters: [now] }, now);
      await this.events.tell(tx, weeksInvoiced(now, invoices));
      return invoices;
    });
  }

  /** Freezing is what makes an invoice due, and it tells. */
  nextDueAt(): Promise<Date | null> {
    return Promise.resolve(null);
  }
}
