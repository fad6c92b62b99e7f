import { Database } from '@app/database';
import { IdempotencyKeys } from '@app/delivery';
import { actsFor, allow, Clock, requireVerified, type User } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { InvoiceNotFound, InvoiceNotOpen } from './billing.errors.ts';
import { maySaveCard } from './billing.policy.ts';
import { ChargeAttempt } from './charge-attempt.entity.ts';
import { ChargeCard } from './charge-card.ts';
import { ClaimCharges } from './claim-charges.ts';
import { Invoice } from './invoice.entity.ts';
import type { InvoiceState } from './invoice.state.ts';

/** How an invoice stands after its client tried to pay it. */
export interface PaymentByClient {
  readonly state: InvoiceState;
  /** The bank's page, which asks the card's holder; null when it asks nothing. */
  readonly url: string | null;
  /** What the bank said, when it refused. */
  readonly declined: string | null;
}

/** A client pays what could not be charged, with the saved card and the bank's question answered. */
@Injectable()
export class PayInvoice {
  constructor(
    private readonly db: Database,
    private readonly claims: ClaimCharges,
    private readonly charging: ChargeCard,
    private readonly keys: IdempotencyKeys,
    private readonly clock: Clock,
  ) {}

  /** Throws `InvoiceNotOpen`, `CardMissingToPay`. The bank's page may be left and asked for again. */
  async run(actor: User, invoiceId: string, key: string): Promise<PaymentByClient> {
    await this.require(actor, invoiceId);
    const request = { userId: actor.userId, key, request: { verb: 'pay_invoice', invoiceId } };
    const charge = await this.db.transaction(async (tx) => {
      if ((await this.keys.claim(tx, request)) !== null) return null;
      const lock = { mode: 'for_no_key_update' } as const;
      const invoice = await tx.findOneOrFail(Invoice, { where: { id: invoiceId }, lock });
      if (!['charging', 'past_due', 'uncollectible', 'paid'].includes(invoice.state))
        throw new InvoiceNotOpen(invoice.state);
      const claimed = await this.claims.onSession(tx, invoice, this.clock.now());
      await this.keys.settle(tx, request, invoiceId);
      return claimed;
    });
    if (charge) await this.charging.run(charge);
    return this.describe(invoiceId);
  }

  /** Back from the bank's page: what came of it. */
  async complete(actor: User, invoiceId: string): Promise<PaymentByClient> {
    await this.require(actor, invoiceId);
    const left = await this.claims.ofInvoice(invoiceId);
    if (left) await this.charging.takeUp(left);
    return this.describe(invoiceId);
  }

  private async require(actor: User, invoiceId: string): Promise<void> {
    const invoice = await this.db.reader.findOneBy(Invoice, { id: invoiceId });
    if (!invoice || !actsFor(actor, invoice.clientId)) throw new InvoiceNotFound(invoiceId);
    allow(maySaveCard(actor, invoice.clientId), 'pay for this business');
    requireVerified(actor);
  }

  private async describe(invoiceId: string): Promise<PaymentByClient> {
    const { state } = await this.db.reader.findOneByOrFail(Invoice, { id: invoiceId });
    const last = await this.db.reader.findOne(ChargeAttempt, { where: { invoiceId }, order: { number: 'DESC' } });
    return {
      state,
      url: last?.state === 'waiting' ? last.authenticationUrl : null,
      declined: last?.state === 'declined' ? last.message : null,
    };
  }
}
