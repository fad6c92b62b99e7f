import { Clock, step } from '@app/kernel';
import { type RefundAtStripe, StripeGateway, StripeRefused, StripeUnclear } from '@app/stripe';
import { Injectable, Logger } from '@nestjs/common';

import type { Refund } from './refund.entity.ts';
import { SettleRefund } from './settle-refund.ts';

/** Stripe forgets a key after 24 hours: past this a repeat would be a second refund, so it is looked up first. */
const KEY_LIVES_HOURS = 23;
const HOUR_MS = 3_600_000;

/** Asks Stripe for one claimed refund, and settles what became of it. */
@Injectable()
export class SendRefund {
  readonly #log = new Logger('billing');

  constructor(
    private readonly stripe: StripeGateway,
    private readonly settle: SettleRefund,
    private readonly clock: Clock,
  ) {}

  /** Whether it is settled now. Without a clear answer it stays claimed, and the sweep comes back to it. */
  async run(refund: Refund): Promise<boolean> {
    step.reached('refund.claimed');
    try {
      const made = (await this.madeBefore(refund)) ?? (await this.call(refund));
      step.reached('refund.called');
      const settled = await this.settle.sent(refund, made);
      step.reached('refund.settled');
      return settled;
    } catch (error) {
      if (error instanceof StripeRefused) return this.settle.refused(refund, error);
      if (!(error instanceof StripeUnclear)) throw error;
      this.#log.warn(`Refund ${refund.id} is left claimed. ${error.message}`);
      return false;
    }
  }

  private async madeBefore({ id, chargeId, claimedAt }: Refund): Promise<RefundAtStripe | null> {
    const age = this.clock.now().getTime() - (claimedAt?.getTime() ?? 0);
    if (age < KEY_LIVES_HOURS * HOUR_MS) return null;
    const ours = (await this.stripe.listRefunds(chargeId)).filter(({ refundId }) => refundId === id);
    // Those of earlier attempts came to their end before this one was claimed.
    return ours.find(({ createdAt }) => claimedAt === null || createdAt.getTime() + 1000 > claimedAt.getTime()) ?? null;
  }

  private call({ id, attempt, chargeId, amountCents: amount }: Refund): Promise<RefundAtStripe> {
    return this.stripe.createRefund({ refundId: id, chargeId, amount }, { idempotencyKey: `re:${id}:${attempt}` });
  }
}
