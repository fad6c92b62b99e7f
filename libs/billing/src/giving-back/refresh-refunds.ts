import type { Sweep } from '@app/kernel';
import { type RefundAtStripe, StripeGateway } from '@app/stripe';
import { Injectable } from '@nestjs/common';

import { Refunds } from './refunds.repository.ts';
import { SettleRefund } from './settle-refund.ts';

const READ_SENT_AFTER_HOURS = 1;
const READ_ARRIVED_AFTER_HOURS = 24;
/** A card's bank that sends a refund back does so within a month. */
const MAY_COME_BACK_DAYS = 30;
const HOUR_MS = 3_600_000;

/** Follows what Stripe says of refunds: told by webhook, and asked about those that may still change, since webhooks get lost. */
@Injectable()
export class RefreshRefunds implements Sweep {
  readonly name = 'billing.refresh-refunds';

  constructor(
    private readonly stripe: StripeGateway,
    private readonly refunds: Refunds,
    private readonly settle: SettleRefund,
  ) {}

  async run(now: Date): Promise<number> {
    const ago = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
    const waiting = await this.refunds.toRead({
      sent: ago(READ_SENT_AFTER_HOURS),
      arrived: ago(READ_ARRIVED_AFTER_HOURS),
      since: ago(MAY_COME_BACK_DAYS * 24),
    });
    let changed = 0;
    for (const { stripeId } of waiting) changed += Number(await this.refund(stripeId));
    return changed;
  }

  /** The refund of which a webhook told. False: nothing new, or nobody here asked for it. */
  async refund(stripeId: string): Promise<boolean> {
    return this.follow(await this.stripe.readRefund(stripeId));
  }

  /** Every refund of the charge of which a webhook told. */
  async charge(chargeId: string): Promise<void> {
    for (const refund of await this.stripe.listRefunds(chargeId)) await this.follow(refund);
  }

  nextDueAt(): Promise<Date | null> {
    return this.refunds.nextToRead(READ_SENT_AFTER_HOURS);
  }

  /** One that is not settled here yet is settled by whoever sends it: they say what Stripe answered. */
  private async follow(seen: RefundAtStripe): Promise<boolean> {
    return seen.refundId !== null && (await this.settle.read(seen.refundId, seen));
  }
}
