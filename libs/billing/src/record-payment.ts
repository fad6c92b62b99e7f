import type { Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Ledger } from '@app/ledger';
import { Injectable } from '@nestjs/common';

import { BillingHold } from './billing-hold.ts';
import { invoicePaid } from './billing.events.ts';
import { chargeSucceeded } from './billing.journals.ts';
import { EARNINGS_PAID } from './earning.queries.ts';
import type { Invoice } from './invoice.entity.ts';
import { UnpaidInvoices } from './unpaid-invoices.ts';

/** An invoice is paid, in time or long after it was given up. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly ledger: Ledger,
    private readonly unpaid: UnpaidInvoices,
    private readonly holds: BillingHold,
    private readonly events: Events,
  ) {}

  /** The invoice's row is locked by the caller, and not paid. */
  async run(tx: Tx, invoice: Invoice, chargeId: string, now: Date): Promise<void> {
    if (invoice.state === 'uncollectible') await this.unpaid.takeBack(tx, invoice, now);
    invoice.pay(chargeId, now);
    await tx.save(invoice);
    await this.ledger.post(tx, chargeSucceeded(invoice, chargeId, now));
    await tx.query(EARNINGS_PAID, [invoice.id, now]);
    await this.holds.lift(tx, invoice.clientId, { cause: 'unpaid', causeId: invoice.id }, now);
    await this.events.tell(tx, invoicePaid(invoice, chargeId, invoice.failedAt !== null));
  }
}
