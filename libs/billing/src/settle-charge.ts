import { Database, type Tx } from '@app/database';
import { Events } from '@app/delivery';
import { Clock } from '@app/kernel';
import { Ledger } from '@app/ledger';
import { Standings } from '@app/profiles';
import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';

import { chargeFailed, invoicePaid } from './billing.events.ts';
import { chargeSucceeded } from './billing.journals.ts';
import { ChargeAttempt } from './charge-attempt.entity.ts';
import { type Decline, isHard, nextAttemptAt } from './decline-policy.ts';
import { EARNINGS_PAID } from './earning.queries.ts';
import { Invoice } from './invoice.entity.ts';
import { SavedCard } from './saved-card.entity.ts';

const FAILURES_UNTIL_HOLD = 2;

/** Last step of charging: what Stripe answered becomes ours, once. Both say false when somebody settled it before. */
@Injectable()
export class SettleCharge {
  constructor(
    private readonly db: Database,
    private readonly ledger: Ledger,
    private readonly standings: Standings,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  succeeded(attemptId: string, chargeId: string): Promise<boolean> {
    return this.once(attemptId, async (tx, invoice, attempt, now) => {
      attempt.succeed(chargeId, now);
      invoice.pay(chargeId, now);
      await tx.save([attempt, invoice]);
      await this.ledger.post(tx, chargeSucceeded(invoice, chargeId, now));
      await tx.query(EARNINGS_PAID, [invoice.id, now]);
      await this.liftHold(tx, invoice.clientId);
      await this.events.tell(tx, invoicePaid(invoice, chargeId));
    });
  }

  declined(attemptId: string, decline: Decline & { readonly message: string }): Promise<boolean> {
    return this.once(attemptId, async (tx, invoice, attempt, now) => {
      attempt.decline(decline.declineCode ?? decline.code, decline.message, now);
      await tx.save(attempt);
      const failed = await tx.find(ChargeAttempt, {
        where: { invoiceId: invoice.id, state: 'declined' },
        order: { number: 'ASC' },
      });
      if (isHard(decline)) await this.giveUpCard(tx, invoice.clientId, attempt.paymentMethodId);
      const another = await this.hasAnotherCard(tx, invoice.clientId, attempt.paymentMethodId);
      invoice.fallPastDue(another ? now : nextAttemptAt(decline, failed[0]?.stateAt ?? now, now), now);
      await tx.save(invoice);
      if (failed.length >= FAILURES_UNTIL_HOLD) await this.hold(tx, invoice.clientId, now);
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
      if (attempt.state !== 'claimed') return false;
      const invoice = await tx.findOneOrFail(Invoice, { where: { id: attempt.invoiceId }, lock });
      await work(tx, invoice, attempt, this.clock.now());
      return true;
    });
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

  private async hold(tx: Tx, clientId: string, now: Date): Promise<void> {
    const { billingHoldAt } = await this.standings.ofClient(clientId, tx);
    if (!billingHoldAt) await this.standings.setBillingHold(tx, clientId, now);
  }

  /** Nothing else of this client is past due: work may go on. */
  private async liftHold(tx: Tx, clientId: string): Promise<void> {
    const { billingHoldAt } = await this.standings.ofClient(clientId, tx);
    if (!billingHoldAt) return;
    if (await tx.existsBy(Invoice, { clientId, state: 'past_due' })) return;
    await this.standings.setBillingHold(tx, clientId, null);
  }
}
