import { randomUUIDv7 } from 'node:crypto';

import { Database, type Tx } from '@app/database';
import { Clock, type Money } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { capturedTwice } from './billing.journals.ts';
import { ChargeAttempt } from './charge-attempt.entity.ts';
import { Invoice } from './invoice.entity.ts';
import { RecordPayment } from './record-payment.ts';

/**
 * Money that came although nobody here was charging any more: the bank's page was answered late, or somebody charged
 * for the invoice by hand. What is owed is paid by it; what is not goes back.
 */
@Injectable()
export class RecoverPayment {
  constructor(
    private readonly db: Database,
    private readonly stripe: StripeGateway,
    private readonly payments: RecordPayment,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** For a payment of Stripe's that its webhook is about. False: nothing came of it, or it was known. */
  async run(paymentIntentId: string): Promise<boolean> {
    const { invoiceId, amount, outcome } = await this.stripe.readPayment(paymentIntentId);
    if (invoiceId === null || outcome.kind !== 'succeeded') return false;
    const { chargeId } = outcome;
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const invoice = await tx.findOne(Invoice, { where: { id: invoiceId }, lock });
      if (!invoice || invoice.chargeId === chargeId || invoice.state === 'issued') return false;
      const now = this.clock.now();
      if (invoice.paymentIntentId === paymentIntentId && (await this.isBeingCharged(tx, invoice.id))) return false;
      const owes = invoice.state === 'past_due' || invoice.state === 'uncollectible';
      if (invoice.paymentIntentId !== paymentIntentId || !owes || amount.cents !== invoice.owed.cents)
        return this.giveBack(tx, invoice, chargeId, amount, now);
      await this.recordAttempt(tx, invoice.id, chargeId, now);
      await this.payments.run(tx, invoice, chargeId, now);
      return true;
    });
  }

  /** Of that the charge itself will tell: also of an invoice that was given up, which stays so meanwhile. */
  private isBeingCharged(tx: Tx, invoiceId: string): Promise<boolean> {
    return tx.existsBy(ChargeAttempt, { invoiceId, state: In(['claimed', 'waiting']) });
  }

  private async recordAttempt(tx: Tx, invoiceId: string, chargeId: string, now: Date): Promise<void> {
    const [last] = await tx.find(ChargeAttempt, { where: { invoiceId }, order: { number: 'DESC' }, take: 1 });
    const paymentMethodId = last?.paymentMethodId ?? 'unknown';
    const number = (last?.number ?? 0) + 1;
    const attempt = ChargeAttempt.claim({ invoiceId, number, paymentMethodId, onSession: true }, now);
    attempt.succeed(chargeId, now);
    await tx.insert(ChargeAttempt, attempt);
  }

  /** J22, and a refund of all of it. */
  private async giveBack(tx: Tx, invoice: Invoice, chargeId: string, amount: Money, now: Date): Promise<boolean> {
    if (!(await this.ledger.post(tx, capturedTwice(invoice, chargeId, amount, now)))) return false;
    await tx.query(
      `insert into refund (id, invoice_id, client_id, charge_id, amount_cents, created_at, state, state_at)
       values ($1, $2, $3, $4, $5, $6, 'due', $6)`,
      [randomUUIDv7(), invoice.id, invoice.clientId, chargeId, amount.cents, now],
    );
    return true;
  }
}
