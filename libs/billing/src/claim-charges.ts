import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { CardMissingToPay } from './billing.errors.ts';
import { chargeFailed } from './billing.events.ts';
import { ChargeAttempt } from './charge-attempt.entity.ts';
import { Invoice } from './invoice.entity.ts';

/** A charge that was claimed: from here on only its own outcome ends it. */
export interface ClaimedCharge {
  readonly invoice: Invoice;
  readonly attempt: ChargeAttempt;
  readonly customerId: string;
}

interface DueInvoice {
  id: string;
  attempts: number;
  card: ChargeableCard | null;
}

interface ChargeableCard {
  paymentMethodId: string;
  customerId: string;
}

/** First step of charging: rows say what is about to be tried, before anybody outside is asked. */
@Injectable()
export class ClaimCharges {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
  ) {}

  /** Up to `limit` due invoices, each with its client's card. Those without a card fall past due here. */
  run(now: Date, limit: number): Promise<{ claimed: ClaimedCharge[]; cardless: number }> {
    return this.db.transaction(async (tx) => {
      const due = await tx.query<DueInvoice[]>(DUE, [now, limit]);
      const claimed: ClaimedCharge[] = [];
      for (const invoice of due) {
        const charge = await this.claim(tx, invoice, now);
        if (charge) claimed.push(charge);
      }
      return { claimed, cardless: due.length - claimed.length };
    });
  }

  /** Claimed before, by a process that did not come to the end of it; or waiting for what the client answers the bank. */
  leftInTheMiddle(): Promise<ClaimedCharge[]> {
    return this.unsettled({});
  }

  /** The one of this invoice, if it has one. */
  async ofInvoice(invoiceId: string): Promise<ClaimedCharge | null> {
    return (await this.unsettled({ invoiceId }))[0] ?? null;
  }

  private async unsettled(of: { invoiceId?: string }): Promise<ClaimedCharge[]> {
    const attempts = await this.db.reader.findBy(ChargeAttempt, { ...of, state: In(['claimed', 'waiting']) });
    const charges = attempts.map(async (attempt) => {
      const invoice = await this.db.reader.findOneByOrFail(Invoice, { id: attempt.invoiceId });
      const [customer] = await this.db.reader.query<{ id: string }[]>(
        `select stripe_id as id from stripe_customer where client_id = $1`,
        [invoice.clientId],
      );
      return customer ? { invoice, attempt, customerId: customer.id } : null;
    });
    return (await Promise.all(charges)).filter((charge) => charge !== null);
  }

  /**
   * The client is here and pays with the default card: the bank may ask its holder now. Null when the invoice is not
   * to be paid, or is being paid. Throws `CardMissingToPay`.
   */
  async onSession(tx: Tx, invoice: Invoice, now: Date): Promise<ClaimedCharge | null> {
    if (invoice.state !== 'past_due' && invoice.state !== 'uncollectible') return null;
    if (await tx.existsBy(ChargeAttempt, { invoiceId: invoice.id, state: In(['claimed', 'waiting']) })) return null;
    const card = await this.cardSavedJustNow(tx, invoice.clientId);
    if (!card) throw new CardMissingToPay();
    if (invoice.state === 'past_due') {
      invoice.startCharging(now);
      await tx.save(invoice);
    }
    const number = 1 + (await tx.countBy(ChargeAttempt, { invoiceId: invoice.id }));
    const { paymentMethodId, customerId } = card;
    const attempt = ChargeAttempt.claim({ invoiceId: invoice.id, number, paymentMethodId, onSession: true }, now);
    await tx.insert(ChargeAttempt, attempt);
    return { invoice, attempt, customerId };
  }

  private async claim(tx: Tx, due: DueInvoice, now: Date): Promise<ClaimedCharge | null> {
    const invoice = await tx.findOneByOrFail(Invoice, { id: due.id });
    // What was given up stays so until it is paid; a card that was saved since is tried all the same.
    if (invoice.state === 'uncollectible') invoice.nextAttemptAt = null;
    else invoice.startCharging(now);
    await tx.save(invoice);
    const card = due.card ?? (await this.cardSavedJustNow(tx, invoice.clientId));
    if (!card) {
      if (invoice.state === 'uncollectible') return null;
      invoice.fallPastDue(null, 'card', now);
      await tx.save(invoice);
      await this.events.tell(tx, chargeFailed(invoice));
      return null;
    }
    const { paymentMethodId, customerId } = card;
    const number = due.attempts + 1;
    const attempt = ChargeAttempt.claim({ invoiceId: invoice.id, number, paymentMethodId, onSession: false }, now);
    await tx.insert(ChargeAttempt, attempt);
    return { invoice, attempt, customerId };
  }

  /** Whoever saves a card makes what is past due chargeable: it must see this invoice, or this must see its card. */
  private async cardSavedJustNow(tx: Tx, clientId: string): Promise<ChargeableCard | null> {
    await tx.query(`select from stripe_customer where client_id = $1 for share`, [clientId]);
    const [card] = await tx.query<ChargeableCard[]>(
      `select card.payment_method_id as "paymentMethodId", customer.stripe_id as "customerId"
         from saved_card card join stripe_customer customer using (client_id)
        where card.client_id = $1 and card.is_default and card.removed_at is null`,
      [clientId],
    );
    return card ?? null;
  }
}

const DUE = `
  select i.id, (select count(*)::int from charge_attempt a where a.invoice_id = i.id) as attempts,
         case when card.id is not null
              then json_build_object('paymentMethodId', card.payment_method_id, 'customerId', customer.stripe_id) end as card
    from invoice i
    left join saved_card card on card.client_id = i.client_id and card.is_default and card.removed_at is null
    left join stripe_customer customer on customer.client_id = i.client_id
   where i.state in ('issued', 'past_due', 'uncollectible') and i.next_attempt_at <= $1
   order by i.next_attempt_at, i.id
   limit $2
     for no key update of i skip locked`;
