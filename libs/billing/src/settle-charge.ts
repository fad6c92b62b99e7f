import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Standings } from '@app/profiles';
import type { Declined } from '@app/stripe';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';

import { BillingHold } from './billing-hold.ts';
import { chargeFailed } from './billing.events.ts';
import { ChargeAttempt } from './charge-attempt.entity.ts';
import { nextAttemptAt, wantsOf } from './decline-policy.ts';
import { Invoice } from './invoice.entity.ts';
import { RecordPayment } from './record-payment.ts';
import { SavedCard } from './saved-card.entity.ts';

const FAILURES_UNTIL_HOLD = 2;

/** Last step of charging: what Stripe answered becomes ours, once. All say false when somebody settled it before. */
@Injectable()
export class SettleCharge {
  constructor(
    private readonly db: Database,
    private readonly standings: Standings,
    private readonly holds: BillingHold,
    private readonly payments: RecordPayment,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  succeeded(attemptId: string, chargeId: string): Promise<boolean> {
    return this.once(attemptId, async (tx, invoice, attempt, now) => {
      attempt.succeed(chargeId, now);
      await tx.save(attempt);
      await this.payments.run(tx, invoice, chargeId, now);
    });
  }

  /** The bank asks its cardholder, who is there. Nothing has failed yet. */
  waiting(attemptId: string, authenticationUrl: string): Promise<boolean> {
    return this.once(attemptId, async (tx, _invoice, attempt, now) => {
      if (attempt.state === 'waiting') return;
      attempt.waitAt(authenticationUrl, now);
      await tx.save(attempt);
    });
  }

  declined(attemptId: string, decline: Omit<Declined, 'kind'>): Promise<boolean> {
    return this.once(attemptId, async (tx, invoice, attempt, now) => {
      attempt.decline(decline, now);
      await tx.save(attempt);
      const wants = wantsOf(decline);
      if (wants === 'card') await this.giveUpCard(tx, invoice.clientId, attempt.paymentMethodId);
      // Given up already: it stays so until the client pays.
      if (invoice.state === 'charging') {
        const another = await this.hasAnotherCard(tx, invoice.clientId, attempt.paymentMethodId);
        const retry = another ? now : nextAttemptAt(decline, invoice.failedAt ?? now, now);
        invoice.fallPastDue(retry, another ? null : (wants ?? (retry ? null : 'card')), now);
        await tx.save(invoice);
      }
      if ((await this.failures(tx, invoice.clientId)) >= FAILURES_UNTIL_HOLD)
        await this.holds.place(tx, invoice.clientId, { cause: 'unpaid', causeId: invoice.id }, now);
      await this.events.tell(tx, chargeFailed(invoice));
    });
  }

  private once(
    attemptId: string,
    work: (tx: Tx, invoice: Invoice, attempt: ChargeAttempt, now: Date) => Promise<void>,
  ): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const attempt = await tx.findOneOrFail(ChargeAttempt, { where: { id: attemptId }, lock });
      if (attempt.state !== 'claimed' && attempt.state !== 'waiting') return false;
      const invoice = await tx.findOneOrFail(Invoice, { where: { id: attempt.invoiceId }, lock });
      await work(tx, invoice, attempt, this.clock.now());
      return true;
    });
  }

  /** Of all that the client has not paid: one bad card fails once on each of two invoices too. */
  private async failures(tx: Tx, clientId: string): Promise<number> {
    const open = await tx.findBy(Invoice, { clientId, state: In(['past_due', 'uncollectible']) });
    if (open.length === 0) return 0;
    return tx.countBy(ChargeAttempt, { invoiceId: In(open.map(({ id }) => id)), state: 'declined' });
  }

  /** Not charged again by the next invoice either; the client has to save another. */
  private async giveUpCard(tx: Tx, clientId: string, paymentMethodId: string): Promise<void> {
    await tx.update(SavedCard, { paymentMethodId }, { isDefault: false });
    if (!(await this.hasAnotherCard(tx, clientId, paymentMethodId)))
      await this.standings.setChargeable(tx, clientId, false);
  }

  /** One that was saved while this one was being tried. */
  private async hasAnotherCard(tx: Tx, clientId: string, paymentMethodId: string): Promise<boolean> {
    await tx.query(`select from stripe_customer where client_id = $1 for share`, [clientId]);
    return tx.existsBy(SavedCard, {
      clientId,
      isDefault: true,
      removedAt: IsNull(),
      paymentMethodId: Not(paymentMethodId),
    });
  }
}
