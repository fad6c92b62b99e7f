import { ChargeInvoices, CompleteCardSetup, RecoverPayment, RefreshRefunds } from '@app/billing';
import { type DeliveredEvent, Effects, type WebhookReceived } from '@app/delivery';
import { ObserveChargeback, SettleChargebacks } from '@app/disputes';
import { Clock } from '@app/kernel';
import { MirrorBalance, MirrorPayouts, NotYetKnown, RefreshPayees } from '@app/payouts';
import { Injectable } from '@nestjs/common';

import type { Handler } from '../worker.module.ts';

type Told = WebhookReceived['payload'];

/**
 * Sends each of Stripe's events to the verb that reads its object again: in whatever order and however often they
 * come, what counts is how the object stands now. What is not known here yet throws, and is tried again.
 */
@Injectable()
export class OnWebhookReceived implements Handler {
  readonly name = 'stripe.on-webhook-received';
  readonly event = 'webhook.received';

  constructor(
    private readonly cardSetups: CompleteCardSetup,
    private readonly charges: ChargeInvoices,
    private readonly recovery: RecoverPayment,
    private readonly refunds: RefreshRefunds,
    private readonly balance: MirrorBalance,
    private readonly payees: RefreshPayees,
    private readonly payouts: MirrorPayouts,
    private readonly chargebacks: ObserveChargeback,
    private readonly losses: SettleChargebacks,
    private readonly clock: Clock,
    private readonly effects: Effects,
  ) {}

  async handle(event: DeliveredEvent): Promise<void> {
    await this.route(event.payload as Told);
    await this.effects.once(this.name, event);
  }

  private async route({ type, objectId, account }: Told): Promise<void> {
    const now = this.clock.now();
    if (account !== null) {
      if (type.startsWith('payout.')) await this.payouts.payout(account, objectId);
      if (/^(v2\.core\.account[.[]|account\.updated$)/.test(type)) await this.payees.account(account, now);
    } else if (type === 'checkout.session.completed') {
      if (!(await this.cardSetups.runForSession(objectId)))
        throw new NotYetKnown(`Session ${objectId} is not ours yet`);
    } else if (/^(payment_intent|charge)\.(succeeded|payment_failed|failed|processing)$/.test(type)) {
      await this.charges.run(now);
      if (type === 'payment_intent.succeeded') await this.recovery.run(objectId);
    } else if (type.startsWith('charge.dispute.')) {
      if (!(await this.chargebacks.run(objectId)))
        throw new NotYetKnown(`Dispute ${objectId} is about no charge of ours yet`);
      await this.balance.anew(now);
      await this.losses.run();
    } else if (/^(refund\.|charge\.refund\.)/.test(type)) {
      await this.refunds.refund(objectId);
      await this.balance.anew(now);
    } else if (type === 'charge.refunded') {
      await this.refunds.charge(objectId);
      await this.balance.anew(now);
    } else if (type === 'transfer.reversed') {
      await this.balance.anew(now);
    } else if (type === 'charge.updated' || type === 'transfer.created') {
      await this.balance.source(objectId, now);
    }
  }
}
